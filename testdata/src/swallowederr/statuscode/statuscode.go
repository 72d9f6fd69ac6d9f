// Package statuscode holds errors whose kind another result of the same call
// tells: the reply that came with them.
package statuscode

import (
	"context"
	"log/slog"
	"net/http"
)

// Member is somebody who may work on a project.
type Member struct{ Name string }

// Reply is what the forge answered.
type Reply struct {
	*http.Response
	Retries int
}

// Forge is the remote side.
type Forge interface {
	Member(ctx context.Context, project, user string) (*Member, *Reply, error)
}

// Members asks for the user's membership in each project.
type Members struct{ forge Forge }

// Of is good: a reply with 404 says that there is no such member, every other
// error is returned.
func (m *Members) Of(ctx context.Context, user string, projects []string) ([]*Member, error) {
	var members []*Member
	for _, project := range projects {
		member, reply, err := m.forge.Member(ctx, project, user)
		if err != nil {
			if reply != nil && reply.StatusCode == http.StatusNotFound {
				continue
			}
			return nil, err
		}
		members = append(members, member)
	}
	return members, nil
}

// OfSwitched is good: the same by a switch.
func (m *Members) OfSwitched(ctx context.Context, project, user string) (*Member, error) {
	member, reply, err := m.forge.Member(ctx, project, user)
	if err != nil {
		switch reply.StatusCode {
		case http.StatusNotFound, http.StatusForbidden:
			return nil, nil
		}
		return nil, err
	}
	return member, nil
}

// OfAny is bad: any reply at all is taken for "no such member".
func (m *Members) OfAny(ctx context.Context, user string, projects []string) ([]*Member, error) {
	var members []*Member
	for _, project := range projects {
		member, reply, err := m.forge.Member(ctx, project, user)
		if err != nil { // want `error from Forge\.Member is dropped: .*\(dropped\)`
			if reply != nil {
				continue
			}
			return nil, err
		}
		members = append(members, member)
	}
	return members, nil
}

// OfOther is bad: what is compared has nothing to do with the call.
func (m *Members) OfOther(ctx context.Context, user string, projects []string, last *Reply) ([]*Member, error) {
	var members []*Member
	for _, project := range projects {
		member, _, err := m.forge.Member(ctx, project, user)
		if err != nil { // want `error from Forge\.Member is dropped: .*\(dropped\)`
			if last.StatusCode == http.StatusNotFound {
				continue
			}
			slog.ErrorContext(ctx, "member", "project", project, "err", err)
			return nil, err
		}
		members = append(members, member)
	}
	return members, nil
}
