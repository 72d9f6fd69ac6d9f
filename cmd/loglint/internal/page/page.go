// Package page writes the error-path coverage of a program as one HTML file.
package page
