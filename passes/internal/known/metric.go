package known

// metrics are the functions that add to a metric: a number that grows tells
// that something failed, not what or why.
var metrics = effects{
	"expvar": {`Int.Add Float.Add Map.Add Map.AddFloat`: does(Counts)},
	"github.com/prometheus/client_golang/prometheus": {
		`Counter.Add Counter.Inc Gauge.Add Gauge.Inc`: does(Counts),
	},
	"go.opentelemetry.io/otel/metric": {
		`Float64Counter.Add Float64UpDownCounter.Add Int64Counter.Add Int64UpDownCounter.Add`: does(Counts),
	},
}
