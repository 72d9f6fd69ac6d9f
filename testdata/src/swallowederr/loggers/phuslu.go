package loggers

import (
	"context"

	"github.com/phuslu/log"
)

// sendPhusluBare (bad): the line does not say why.
func sendPhusluBare(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.Error().Str("parcel", p.ID).Msg("send parcel") // want `error from Depot\.Send is missing from the line logged for it.*\(novalue\)`
	}
}

// sendPhuslu (good): it does.
func sendPhuslu(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil {
		log.Error().Err(err).Str("parcel", p.ID).Msg("send parcel")
	}
}

// sendPhusluUnwritten (bad): without Msg nothing is written.
func sendPhusluUnwritten(ctx context.Context, d Depot, p Parcel) {
	if err := d.Send(ctx, p); err != nil { // want `error from Depot\.Send is dropped: .*\(dropped\)`
		log.Error().Err(err)
	}
}
