// Package gormsilent talks to a database through gorm, whose logger it has told to be
// silent: what gorm logs otherwise, nobody logs here.
package gormsilent

import (
	"context"
	"log/slog"
	"net/http"

	"gorm.io/gorm"
	"gorm.io/gorm/logger"
)

type Node struct {
	ID   int
	Name string
}

type Nodes struct{ db *gorm.DB }

func Connect(d gorm.Dialector) (*Nodes, error) {
	db, err := gorm.Open(d, &gorm.Config{Logger: logger.Default.LogMode(logger.Silent)})
	if err != nil {
		return nil, err
	}
	return &Nodes{db: db}, nil
}

// show (bad): the client is told that something failed, and nobody else.
func (n *Nodes) show(w http.ResponseWriter, r *http.Request) {
	var node Node
	if err := n.db.WithContext(r.Context()).First(&node, r.PathValue("id")).Error; err != nil {
		http.Error(w, "internal error", http.StatusInternalServerError) // want `error from \(\*gorm\.DB\)\.First is answered with status 500, but nothing logs it \(answered\)`
		return
	}
	w.Write([]byte(node.Name))
}

// shown (good): a line says it.
func (n *Nodes) shown(w http.ResponseWriter, r *http.Request) {
	var node Node
	if err := n.db.WithContext(r.Context()).First(&node, r.PathValue("id")).Error; err != nil {
		slog.ErrorContext(r.Context(), "node is not shown", "err", err)
		http.Error(w, "internal error", http.StatusInternalServerError)
		return
	}
	w.Write([]byte(node.Name))
}

// create (bad): the client is told that there is a node.
func (n *Nodes) create(w http.ResponseWriter, r *http.Request) {
	result := n.db.WithContext(r.Context()).Create(&Node{Name: r.PathValue("name")})
	if result.Error != nil {
		w.WriteHeader(http.StatusServiceUnavailable) // want `error from \(\*gorm\.DB\)\.Create is answered with status 503, but nothing logs it \(answered\)`
		return
	}
	w.WriteHeader(http.StatusCreated)
}

// created (good): the error is returned.
func (n *Nodes) created(ctx context.Context, name string) error {
	return n.db.WithContext(ctx).Create(&Node{Name: name}).Error
}

// rename (bad): a goroutine that keeps it for itself.
func (n *Nodes) rename(ctx context.Context, node *Node) {
	go func() {
		if err := n.db.Save(node).Error; err != nil { // want `error from \(\*gorm\.DB\)\.Save ends the goroutine, but nothing logs it; the rest of the function literal is then not done \(goroutine\)`
			return
		}
		slog.Info("renamed", "name", node.Name)
	}()
}

// where (good): to build a query does nothing yet.
func (n *Nodes) where(ctx context.Context, name string) {
	n.db.WithContext(ctx).Where("name = ?", name)
}

// prune (good): what is tested, logged and returned is read from the same result.
func (n *Nodes) prune(node *Node) error {
	result := n.db.Save(node)
	if result.Error != nil {
		slog.Error("nodes are not pruned", "err", result.Error)
		return result.Error
	}
	slog.Info("pruned")
	return nil
}
