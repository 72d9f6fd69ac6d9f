package known

import (
	"go/types"
	"strings"
)

// A Work says what a call does in the world outside, and so what is not done, or not known,
// when it fails. The order is that of what weighs more where one call does several: what
// changes something for others comes after what only asks.
type Work uint8

const (
	// NoWork: it is not known to do any.
	NoWork Work = iota
	// Emits: it writes to a writer of which nothing is known.
	Emits
	// Pulls: it reads from a reader of which nothing is known.
	Pulls
	// Reads: it reads a file, a directory or a device of this machine.
	Reads
	// RunsProcess: it starts, or waits for, a process.
	RunsProcess
	// Connects: it opens a connection, or looks a name up.
	Connects
	// Receives: it reads what a peer sends.
	Receives
	// Calls: it sends a request over the network and waits for the answer.
	Calls
	// Queries: it asks a database.
	Queries
	// Listens: it opens a port for clients.
	Listens
	// Serves: it serves clients until it fails, or waits to be told to stop, as controllers do.
	Serves
	// Sends: it writes to a peer, or puts a message into a queue.
	Sends
	// Removes: it removes a file or a directory of this machine.
	Removes
	// Writes: it changes a file or a directory of this machine.
	Writes
	// Stores: it changes what a database holds.
	Stores

	numWorks
)

var workNames = [numWorks]string{"", "emits", "pulls", "reads", "runs", "connects", "receives", "calls", "queries", "listens", "serves", "sends", "removes", "writes", "stores"}

func (w Work) String() string { return workNames[w] }

// Changes reports whether the work changes something that outlives the call.
func (w Work) Changes() bool { return w >= Sends }

// works maps a package path to the work of its functions, in the form of [classes]. What is
// not listed has the work that its body shows, or none.
type works map[string]map[Work]string

var stdWorks = works{
	"bufio": {Receives: "Reader.* Scanner.Err Scanner.Scan", Sends: "Writer.*"},
	"database/sql": {
		Queries: `
			Conn.PingContext Conn.PrepareContext Conn.QueryContext DB.Conn DB.Ping DB.PingContext DB.Prepare DB.PrepareContext
			DB.Query DB.QueryContext Open Row.Err Row.Scan Rows.Columns Rows.ColumnTypes Rows.Err Rows.Next Rows.Scan Stmt.Query
			Stmt.QueryContext Tx.Prepare Tx.PrepareContext Tx.Query Tx.QueryContext`,
		Stores: `
			Conn.BeginTx Conn.ExecContext Conn.Raw DB.Begin DB.BeginTx DB.Exec DB.ExecContext Stmt.Exec Stmt.ExecContext Tx.Commit
			Tx.Exec Tx.ExecContext`,
	},
	"database/sql/driver": {
		Queries: "Queryer.Query QueryerContext.QueryContext Rows.Next Stmt.Query StmtQueryContext.QueryContext",
		Stores:  "Conn.Begin ConnBeginTx.BeginTx Execer.Exec ExecerContext.ExecContext Stmt.Exec StmtExecContext.ExecContext Tx.Commit",
	},
	"encoding/csv":   {Receives: "Reader.Read Reader.ReadAll", Sends: "Writer.Error Writer.Write Writer.WriteAll"},
	"encoding/gob":   {Sends: "Encoder.*"},
	"encoding/json":  {Sends: "Encoder.Encode"},
	"encoding/xml":   {Sends: "Encoder.*"},
	"archive/tar":    {Receives: "Reader.Read", Sends: "Writer.*"},
	"archive/zip":    {Reads: "OpenReader", Sends: "Writer.*"},
	"compress/flate": {Sends: "Writer.*"},
	"compress/gzip":  {Receives: "Reader.Read", Sends: "Writer.*"},
	"compress/lzw":   {Receives: "Reader.Read", Sends: "Writer.*"},
	"compress/zlib":  {Sends: "Writer.*"},
	"io": {
		Receives: "ByteReader.ReadByte ReadAll ReadAtLeast ReadFull Reader.Read ReaderAt.ReadAt RuneReader.ReadRune",
		Sends: `
			ByteWriter.WriteByte Copy CopyBuffer CopyN PipeWriter.Write StringWriter.WriteString WriteString Writer.Write
			WriterAt.WriteAt WriterTo.WriteTo`,
	},
	"io/fs": {Reads: "FS.Open File.Read ReadDir ReadDirFS.ReadDir ReadDirFile.ReadDir ReadFile ReadFileFS.ReadFile WalkDir"},
	"io/ioutil": {
		Reads:    "ReadDir ReadFile",
		Receives: "ReadAll",
		Writes:   "TempDir TempFile WriteFile",
	},
	"log/syslog": {Sends: "*"},
	"mime/multipart": {
		Receives: "Part.Read Reader.NextPart Reader.NextRawPart Reader.ReadForm",
		Sends:    "Writer.Close Writer.CreateFormField Writer.CreateFormFile Writer.CreatePart Writer.WriteField",
	},
	"net": {
		Connects: `
			Dial DialIP DialTCP DialTimeout DialUDP DialUnix Dialer.Dial Dialer.DialContext LookupAddr LookupCNAME LookupHost
			LookupIP LookupMX LookupNS LookupSRV LookupTXT Resolver.LookupAddr Resolver.LookupCNAME Resolver.LookupHost
			Resolver.LookupIP Resolver.LookupIPAddr Resolver.LookupMX Resolver.LookupNS Resolver.LookupNetIP Resolver.LookupSRV
			Resolver.LookupTXT ResolveIPAddr ResolveTCPAddr ResolveUDPAddr`,
		Receives: "Conn.Read PacketConn.ReadFrom UDPConn.ReadFromUDP UDPConn.ReadFromUDPAddrPort conn.Read",
		Listens: `
			Listen ListenConfig.Listen ListenConfig.ListenPacket ListenIP ListenMulticastUDP ListenPacket ListenTCP ListenUDP
			ListenUnix ListenUnixgram`,
		Serves: "Listener.Accept TCPListener.Accept TCPListener.AcceptTCP UnixListener.Accept UnixListener.AcceptUnix",
		Sends:  "Buffers.WriteTo Conn.Write PacketConn.WriteTo UDPConn.WriteToUDP UDPConn.WriteToUDPAddrPort conn.Write",
	},
	"net/http": {
		Calls: `
			Client.Do Client.Get Client.Head Client.Post Client.PostForm Get Head Post PostForm RoundTripper.RoundTrip
			Transport.RoundTrip`,
		Serves: `
			ListenAndServe ListenAndServeTLS Serve ServeTLS Server.ListenAndServe Server.ListenAndServeTLS Server.Serve
			Server.ServeTLS`,
		Sends: "Request.Write Request.WriteProxy Response.Write",
	},
	"net/rpc":  {Calls: "Client.Call", Connects: "Dial DialHTTP DialHTTPPath"},
	"net/smtp": {Connects: "Dial NewClient", Sends: "SendMail Client.Auth Client.Data Client.Hello Client.Mail Client.Rcpt Client.StartTLS"},
	"os": {
		Reads: `
			CopyFS File.Read File.ReadAt File.ReadDir File.Readdir File.Readdirnames Open ReadDir ReadFile Root.Open
			Root.ReadFile`,
		RunsProcess: "Process.Signal Process.Wait StartProcess",
		Removes:     "Remove RemoveAll Root.Remove Root.RemoveAll",
		Writes: `
			Chmod Chown Chtimes Create CreateTemp File.Chmod File.Chown File.ReadFrom File.Sync File.Truncate File.Write
			File.WriteAt File.WriteString Lchown Link Mkdir MkdirAll MkdirTemp OpenFile Rename Root.Chmod
			Root.Chown Root.Create Root.Mkdir Root.MkdirAll Root.OpenFile Root.Rename Root.WriteFile
			Symlink Truncate WriteFile`,
	},
	"os/exec":       {RunsProcess: "Cmd.*"},
	"path/filepath": {Reads: "Walk WalkDir"},
	"syscall": {
		Writes:      "Chmod Chown Fsync Ftruncate Link Mkdir Mount Rename Symlink Truncate Unmount",
		RunsProcess: "Exec ForkExec Kill StartProcess Wait4",
	},
}

// workTables holds the tables of all families.
var workTables = []works{stdWorks, thirdWorks}

// workIndex is workTables, taken apart for look-up.
var workIndex = func() map[Key]Work {
	index := make(map[Key]Work)
	for _, table := range workTables {
		for pkg, byWork := range table {
			for work, names := range byWork {
				for name := range strings.FieldsSeq(names) {
					k := Key{Pkg: pkg, Name: name}
					if recv, method, ok := strings.Cut(name, "."); ok {
						k.Recv, k.Name = recv, method
					}
					index[k] = work
				}
			}
		}
	}
	return index
}()

// WorkOf returns the work of a function, as far as the tables know it.
func WorkOf(fn *types.Func) Work {
	k := KeyOf(fn)
	for _, k := range []Key{k, {k.Pkg, k.Recv, "*"}, {k.Pkg, "", "*"}} {
		if w, ok := workIndex[k]; ok {
			return w
		}
	}
	return NoWork
}

// EachWork calls f for each entry of the tables. The name of an entry may be "*": see [classes].
func EachWork(f func(k Key, w Work)) {
	for k, w := range workIndex {
		f(k, w)
	}
}
