package known

import (
	"go/types"
	"strings"
)

// doing says what functions do whose names do not, or not alone, in words that
// begin with a verb. It is for messages.
var doing = map[string]map[string]string{
	"os": {
		"Open": "open file", "OpenFile": "open file", "Create": "create file", "CreateTemp": "create temporary file",
		"MkdirTemp": "create temporary directory", "ReadFile": "read file", "WriteFile": "write file", "ReadDir": "read directory",
		"Mkdir": "create directory", "MkdirAll": "create directory", "Remove": "remove file", "RemoveAll": "remove directory",
		"Rename": "rename file", "Stat": "stat file", "Lstat": "stat file", "Chmod": "change file mode", "Chown": "change file owner",
		"Chtimes": "change file times", "Truncate": "truncate file", "Symlink": "create symbolic link", "Link": "create link",
		"Readlink": "read link", "Getwd": "get working directory", "Chdir": "change directory", "Hostname": "get host name",
		"Executable": "find executable", "UserHomeDir": "find home directory", "Setenv": "set environment variable",
		"File.Write": "write file", "File.WriteString": "write file", "File.Read": "read file", "File.Close": "close file",
		"File.Sync": "sync file", "File.Stat": "stat file", "File.Seek": "seek in file", "File.ReadDir": "read directory", "File.Readdir": "read directory",
		"File.Readdirnames": "read directory", "File.Truncate": "truncate file", "Process.Kill": "kill process", "Process.Signal": "signal process", "Process.Wait": "wait for process",
		"FindProcess": "find process",
	},
	"io": {
		"ReadAll": "read all data", "Copy": "copy data", "CopyN": "copy data", "CopyBuffer": "copy data", "ReadFull": "read data", "WriteString": "write data",
		"Reader.Read": "read data", "Writer.Write": "write data", "Closer.Close": "close stream", "Seeker.Seek": "seek", "ReadCloser.Close": "close stream",
	},
	"io/fs": {
		"FS.Open": "open file", "ReadFile": "read file", "ReadDir": "read directory", "WalkDir": "walk directory", "Stat": "stat file",
		"ReadDirFile.ReadDir": "read directory", "File.Read": "read file", "File.Stat": "stat file", "DirEntry.Info": "stat directory entry",
	},
	"path/filepath": {
		"Walk": "walk directory", "WalkDir": "walk directory", "Glob": "list files", "Abs": "find absolute path", "EvalSymlinks": "resolve links", "Rel": "find relative path",
	},
	"bufio": {
		"Writer.Flush": "flush buffer", "Writer.Write": "write data", "Writer.WriteString": "write data", "Reader.Read": "read data",
		"Reader.ReadString": "read line", "Reader.ReadBytes": "read line", "Reader.ReadLine": "read line", "Scanner.Err": "scan input", "Reader.Peek": "read data",
	},
	"os/exec": {
		"Cmd.Run": "run command", "Cmd.Start": "start command", "Cmd.Wait": "wait for command", "Cmd.Output": "run command", "Cmd.CombinedOutput": "run command",
		"Cmd.StdoutPipe": "open pipe to command", "Cmd.StderrPipe": "open pipe to command", "Cmd.StdinPipe": "open pipe to command", "LookPath": "find command",
	},
	"net/http": {
		"Get": "send request", "Post": "send request", "PostForm": "send request", "Head": "send request", "Client.Do": "send request", "Client.Get": "send request",
		"Client.Post": "send request", "Client.PostForm": "send request", "Client.Head": "send request", "RoundTripper.RoundTrip": "send request",
		"NewRequest": "create request", "NewRequestWithContext": "create request", "Request.ParseForm": "parse form", "Request.ParseMultipartForm": "parse form",
		"Request.FormFile": "read form file", "ListenAndServe": "serve HTTP", "ListenAndServeTLS": "serve HTTP", "Server.ListenAndServe": "serve HTTP",
		"Server.ListenAndServeTLS": "serve HTTP", "Server.Serve": "serve HTTP", "Serve": "serve HTTP", "Server.Shutdown": "shut down server", "Server.Close": "close server",
		"ResponseWriter.Write": "write response", "Response.Write": "write response", "ReadResponse": "read response", "FileSystem.Open": "open file",
	},
	"net": {
		"Dial": "connect", "DialTimeout": "connect", "Dialer.Dial": "connect", "Dialer.DialContext": "connect", "Listen": "listen", "Listener.Accept": "accept connection",
		"Conn.Read": "read from connection", "Conn.Write": "write to connection", "Conn.Close": "close connection", "Conn.SetDeadline": "set deadline",
		"Conn.SetReadDeadline": "set deadline", "Conn.SetWriteDeadline": "set deadline", "LookupHost": "look up host", "LookupIP": "look up host", "LookupAddr": "look up address",
		"Resolver.LookupHost": "look up host", "InterfaceAddrs": "list addresses", "Interfaces": "list interfaces",
	},
	"database/sql": {
		"Open": "open database", "DB.Query": "query database", "DB.QueryContext": "query database", "DB.Exec": "execute statement", "DB.ExecContext": "execute statement",
		"DB.Ping": "ping database", "DB.PingContext": "ping database", "DB.Begin": "begin transaction", "DB.BeginTx": "begin transaction", "DB.Prepare": "prepare statement",
		"DB.PrepareContext": "prepare statement", "Tx.Query": "query database", "Tx.QueryContext": "query database", "Tx.Exec": "execute statement",
		"Tx.ExecContext": "execute statement", "Tx.Commit": "commit transaction", "Tx.Rollback": "roll back transaction", "Row.Scan": "scan row", "Rows.Scan": "scan row",
		"Rows.Err": "read rows", "Rows.Close": "close rows", "Stmt.Exec": "execute statement", "Stmt.ExecContext": "execute statement", "Stmt.Query": "query database",
		"Stmt.QueryContext": "query database", "Result.RowsAffected": "count affected rows", "Result.LastInsertId": "get inserted ID", "DB.Close": "close database",
	},
	"encoding/json": {
		"Unmarshal": "unmarshal JSON", "Marshal": "marshal JSON", "MarshalIndent": "marshal JSON", "Decoder.Decode": "decode JSON", "Encoder.Encode": "encode JSON", "Decoder.Token": "read JSON token",
	},
	"encoding/xml":    {"Unmarshal": "unmarshal XML", "Marshal": "marshal XML", "Decoder.Decode": "decode XML", "Encoder.Encode": "encode XML"},
	"encoding/gob":    {"Decoder.Decode": "decode value", "Encoder.Encode": "encode value"},
	"encoding/csv":    {"Reader.Read": "read CSV record", "Reader.ReadAll": "read CSV records", "Writer.Write": "write CSV record"},
	"encoding/binary": {"Read": "read binary data", "Write": "write binary data"},
	"html/template":   {"Template.Execute": "execute template", "Template.ExecuteTemplate": "execute template", "Template.Parse": "parse template"},
	"text/template":   {"Template.Execute": "execute template", "Template.ExecuteTemplate": "execute template", "Template.Parse": "parse template"},
	"compress/gzip":   {"NewReader": "open gzip stream", "Writer.Close": "close gzip stream", "Writer.Flush": "flush gzip stream", "Writer.Write": "write gzip stream"},
	"archive/tar":     {"Reader.Next": "read tar header", "Writer.WriteHeader": "write tar header", "Writer.Close": "close tar archive"},
	"archive/zip":     {"OpenReader": "open zip archive", "Writer.Close": "close zip archive", "Writer.Create": "create zip entry", "File.Open": "open zip entry"},
	"crypto/x509":     {"ParseCertificate": "parse certificate", "ParsePKIXPublicKey": "parse public key"},
	"crypto/tls":      {"LoadX509KeyPair": "load key pair", "X509KeyPair": "load key pair"},
	"net/smtp":        {"SendMail": "send mail"},
	"strconv":         {"Atoi": "parse number", "ParseInt": "parse number", "ParseUint": "parse number", "ParseFloat": "parse number", "ParseBool": "parse boolean"},
	"time":            {"Parse": "parse time", "ParseInLocation": "parse time", "ParseDuration": "parse duration", "LoadLocation": "load time zone"},
	"net/url":         {"Parse": "parse URL", "ParseRequestURI": "parse URL", "ParseQuery": "parse query"},
}

// Doing returns what fn does, in words that begin with a verb, "" if its name
// says it as well.
func Doing(fn *types.Func) string {
	k := KeyOf(fn)
	return doing[k.Pkg][k.local()]
}

// AllDoing calls f for each function that [Doing] has words for.
func AllDoing(f func(k Key, words string)) {
	for pkg, names := range doing {
		for name, words := range names {
			k := Key{Pkg: pkg, Name: name}
			if recv, method, ok := strings.Cut(name, "."); ok {
				k.Recv, k.Name = recv, method
			}
			f(k, words)
		}
	}
}
