package known

// stdClasses gives the class of every exported function and method of the
// standard library that returns an error. Where a package has no "*", each
// function is named, so that a new one is noticed by the test.
//
// Rules that hold throughout:
//   - what writes to an io.Writer or reads from an io.Reader is Environment,
//     unless its errors mostly say what the bytes are (Decode) or it writes to
//     memory of its own (NeverFails);
//   - Close is Cleanup, but that of a writer which still has to write its last
//     bytes is Environment: a lost write;
//   - MarshalX, AppendX, GobEncode and Value are Computed; UnmarshalX,
//     GobDecode and Scan are Decode;
//   - making keys, signing and encrypting is Computed; decrypting, verifying
//     and reading keys and certificates is Decode; a key behind an interface
//     may live in a device or a service: Environment;
//   - Unwrap returns what is already there: Computed.
var stdClasses = classes{
	"archive/tar": {
		Computed:    "FileInfoHeader",
		Probe:       "FileInfoNames.Gname FileInfoNames.Uname",
		Decode:      "Reader.Next",
		Environment: "Reader.Read Writer.*",
	},
	"archive/zip": {
		Computed:    "FileInfoHeader Writer.SetComment",
		Cleanup:     "ReadCloser.Close",
		Decode:      "File.DataOffset File.Open File.OpenRaw NewReader Reader.Open",
		Environment: "OpenReader Writer.*",
	},
	"bufio": {
		Computed:    "Reader.UnreadByte Reader.UnreadRune ScanBytes ScanLines ScanRunes ScanWords",
		Environment: "Reader.* Scanner.Err Writer.*",
		// The error of a write is kept, and returned again by Flush.
		NeverFails: "Writer.Write Writer.WriteByte Writer.WriteRune Writer.WriteString",
		// The error of a look ahead is kept, too, and returned again by Read.
		Probe: "Reader.Peek",
	},
	"bytes": {
		NeverFails: "Buffer.Write Buffer.WriteByte Buffer.WriteRune Buffer.WriteString",
		// All they can say is io.EOF, or that there is nothing to unread.
		Computed:    "Buffer.* Reader.*",
		Environment: "Buffer.ReadFrom Buffer.WriteTo Reader.WriteTo",
	},
	"compress/flate": {
		Computed:    "NewWriter NewWriterDict Resetter.Reset",
		Environment: "Writer.*",
	},
	"compress/gzip": {
		Computed:    "NewWriterLevel",
		Cleanup:     "Reader.Close",
		Decode:      "NewReader Reader.Reset",
		Environment: "Reader.Read Writer.*",
	},
	"compress/lzw": {
		Cleanup:     "Reader.Close",
		Environment: "Reader.Read Writer.*",
	},
	"compress/zlib": {
		Computed:    "NewWriterLevel NewWriterLevelDict",
		Decode:      "NewReader NewReaderDict Resetter.Reset",
		Environment: "Writer.*",
	},
	"context": {
		Computed: "Cause Context.Err",
	},
	"crypto": {
		Decode: "Decapsulator.Decapsulate Decrypter.Decrypt",
		// The key may lie in a device, but mostly lies in memory.
		Likely: "MessageSigner.SignMessage SignMessage Signer.Sign",
	},
	"crypto/aes": {
		Computed: "*",
	},
	"crypto/cipher": {
		Computed: "NewGCM NewGCMWithNonceSize NewGCMWithRandomNonce NewGCMWithTagSize",
		Decode:   "AEAD.Open",
		// StreamWriter.Close closes the writer below.
		Environment: "StreamReader.Read StreamWriter.*",
	},
	"crypto/des": {
		Computed: "*",
	},
	"crypto/dsa": {
		Computed: "GenerateKey GenerateParameters Sign",
	},
	"crypto/ecdh": {
		Computed:    "Curve.GenerateKey PrivateKey.ECDH",
		Decode:      "Curve.NewPrivateKey Curve.NewPublicKey",
		Environment: "KeyExchanger.ECDH",
	},
	"crypto/ecdsa": {
		Computed: "GenerateKey PrivateKey.* PublicKey.* Sign SignASN1",
		Decode:   "ParseRawPrivateKey ParseUncompressedPublicKey",
	},
	"crypto/ed25519": {
		Computed: "GenerateKey PrivateKey.Sign",
		Decode:   "VerifyWithOptions",
	},
	"crypto/elliptic": {
		Computed: "GenerateKey",
	},
	"crypto/hkdf": {
		Computed: "*",
	},
	"crypto/hpke": {
		Computed: `
			KEM.DeriveKeyPair KEM.GenerateKey NewAEAD NewDHKEMPrivateKey NewDHKEMPublicKey NewHybridPrivateKey
			NewHybridPublicKey NewKDF NewKEM NewMLKEMPrivateKey NewMLKEMPublicKey NewSender PrivateKey.Bytes
			Recipient.Export Seal Sender.*`,
		Decode: "KEM.NewPrivateKey KEM.NewPublicKey NewRecipient Open Recipient.Open",
	},
	"crypto/mlkem": {
		Computed: "GenerateKey1024 GenerateKey768",
		Decode: `
			DecapsulationKey1024.Decapsulate DecapsulationKey768.Decapsulate NewDecapsulationKey1024
			NewDecapsulationKey768 NewEncapsulationKey1024 NewEncapsulationKey768`,
	},
	"crypto/mlkem/mlkemtest": {
		Computed: "*",
	},
	"crypto/pbkdf2": {
		Computed: "*",
	},
	"crypto/rand": {
		NeverFails: "Read",
		Computed:   "Int Prime",
	},
	"crypto/rc4": {
		Computed: "*",
	},
	"crypto/rsa": {
		Computed: `
			EncryptOAEP EncryptOAEPWithOptions EncryptPKCS1v15 GenerateKey GenerateMultiPrimeKey PrivateKey.Sign
			PrivateKey.Validate SignPKCS1v15 SignPSS`,
		Decode: `
			DecryptOAEP DecryptPKCS1v15 DecryptPKCS1v15SessionKey PrivateKey.Decrypt VerifyPKCS1v15 VerifyPSS`,
	},
	"crypto/sha3": {
		NeverFails: "SHA3.Write SHAKE.Write",
		Computed:   "SHA3.* SHAKE.*",
		Decode:     "SHA3.UnmarshalBinary SHAKE.UnmarshalBinary",
	},
	"crypto/tls": {
		Computed: `
			CertificateRequestInfo.SupportsCertificate CertificateVerificationError.Unwrap
			ClientHelloInfo.SupportsCertificate ClientSessionState.ResumptionState Config.EncryptTicket
			ConnectionState.ExportKeyingMaterial NewResumptionState SessionState.Bytes`,
		Cleanup: `
			Conn.Close Conn.CloseWrite Conn.SetDeadline Conn.SetReadDeadline Conn.SetWriteDeadline QUICConn.Close`,
		Decode: "Config.DecryptTicket Conn.VerifyHostname ParseSessionState X509KeyPair",
		Environment: `
			Conn.Handshake Conn.HandshakeContext Conn.Read Conn.Write Dial DialWithDialer Dialer.* Listen
			LoadX509KeyPair QUICConn.*`,
	},
	"crypto/x509": {
		Computed: `
			Certificate.CreateCRL CreateCertificate CreateCertificateRequest CreateRevocationList EncryptPEMBlock
			MarshalECPrivateKey MarshalPKCS8PrivateKey MarshalPKIXPublicKey OID.AppendBinary OID.AppendText
			OID.MarshalBinary OID.MarshalText OIDFromASN1OID OIDFromInts ParseOID SystemRootsError.Unwrap`,
		Decode: `
			Certificate.CheckCRLSignature Certificate.CheckSignature Certificate.CheckSignatureFrom Certificate.Verify
			Certificate.VerifyHostname CertificateRequest.CheckSignature DecryptPEMBlock OID.UnmarshalBinary
			OID.UnmarshalText ParseCRL ParseCertificate ParseCertificateRequest ParseCertificates ParseDERCRL
			ParseECPrivateKey ParsePKCS1PrivateKey ParsePKCS1PublicKey ParsePKCS8PrivateKey ParsePKIXPublicKey
			ParseRevocationList RevocationList.CheckSignatureFrom`,
		Environment: "SystemCertPool",
	},
	"database/sql": {
		// The rows of a Result are already counted: its errors say that the
		// driver does not support the question.
		Computed: `
			Null.Value NullBool.Value NullByte.Value NullFloat64.Value NullInt16.Value NullInt32.Value NullInt64.Value
			NullString.Value NullTime.Value Result.LastInsertId Result.RowsAffected`,
		Cleanup: "Conn.Close DB.Close Rows.Close Stmt.Close Tx.Rollback",
		Decode: `
			Null.Scan NullBool.Scan NullByte.Scan NullFloat64.Scan NullInt16.Scan NullInt32.Scan NullInt64.Scan
			NullString.Scan NullTime.Scan Scanner.Scan`,
		Environment: "*",
	},
	"database/sql/driver": {
		Computed: `
			NamedValueChecker.CheckNamedValue NotNull.ConvertValue Null.ConvertValue Result.LastInsertId
			Result.RowsAffected RowsAffected.LastInsertId RowsAffected.RowsAffected ValueConverter.ConvertValue
			Valuer.Value boolType.ConvertValue defaultConverter.ConvertValue int32Type.ConvertValue
			noRows.LastInsertId noRows.RowsAffected stringType.ConvertValue`,
		Cleanup:     "Conn.Close Rows.Close Stmt.Close Tx.Rollback",
		Environment: "*",
	},
	"debug/buildinfo": {
		Decode:      "Read",
		Environment: "ReadFile",
	},
	"debug/dwarf": {
		Decode: "*",
	},
	"debug/elf": {
		Cleanup:     "File.Close",
		Decode:      "*",
		Environment: "Open",
	},
	"debug/gosym": {
		Computed: "Table.LineToPC",
		Decode:   "NewTable",
	},
	"debug/macho": {
		Cleanup:     "FatFile.Close File.Close",
		Decode:      "*",
		Environment: "Open OpenFat",
	},
	"debug/pe": {
		Cleanup:     "File.Close",
		Decode:      "*",
		Environment: "Open",
	},
	"debug/plan9obj": {
		Cleanup:     "File.Close",
		Decode:      "*",
		Environment: "Open",
	},
	"embed": {
		Computed: "*",
	},
	"encoding": {
		Computed: `
			BinaryAppender.AppendBinary BinaryMarshaler.MarshalBinary TextAppender.AppendText
			TextMarshaler.MarshalText`,
		Decode: "BinaryUnmarshaler.UnmarshalBinary TextUnmarshaler.UnmarshalText",
	},
	"encoding/ascii85": {
		Computed: "*",
	},
	"encoding/asn1": {
		Computed: "Marshal MarshalWithParams",
		Decode:   "Unmarshal UnmarshalWithParams",
	},
	"encoding/base32": {
		Computed: "*",
	},
	"encoding/base64": {
		Computed: "*",
	},
	"encoding/binary": {
		Computed:    "Append Encode",
		Decode:      "Decode Read ReadUvarint ReadVarint",
		Environment: "Write",
	},
	"encoding/csv": {
		Computed:    "ParseError.Unwrap",
		Decode:      "Reader.*",
		Environment: "Writer.*",
	},
	"encoding/gob": {
		Computed:    "GobEncoder.GobEncode",
		Decode:      "Decoder.* GobDecoder.GobDecode",
		Environment: "Encoder.*",
	},
	"encoding/hex": {
		Computed: "*",
	},
	"encoding/json": {
		// Some of these exist only without GOEXPERIMENT=jsonv2, some only with it.
		Computed: `
			Compact Indent Marshal MarshalIndent Marshaler.MarshalJSON MarshalerError.Unwrap Number.Float64
			Number.Int64 Number.MarshalJSONTo RawMessage.MarshalJSON UnmarshalTypeError.Unwrap`,
		Decode: `
			Decoder.* Number.UnmarshalJSONFrom RawMessage.UnmarshalJSON Unmarshal Unmarshaler.UnmarshalJSON`,
		Environment: "Encoder.*",
	},
	"encoding/json/jsontext": {
		Computed: `
			AppendFormat AppendQuote AppendUnquote SyntacticError.Unwrap Value.Canonicalize Value.Compact Value.Format
			Value.Indent Value.MarshalJSON`,
		Decode:      "Decoder.* Value.UnmarshalJSON",
		Environment: "Encoder.*",
	},
	"encoding/json/v2": {
		Computed: "Marshal Marshaler.MarshalJSON MarshalerTo.MarshalJSONTo SemanticError.Unwrap",
		Decode: `
			Unmarshal UnmarshalDecode UnmarshalRead Unmarshaler.UnmarshalJSON UnmarshalerFrom.UnmarshalJSONFrom`,
		Environment: "MarshalEncode MarshalWrite",
	},
	"encoding/pem": {
		Environment: "Encode",
	},
	"encoding/xml": {
		Computed:    "Marshal MarshalIndent Marshaler.MarshalXML MarshalerAttr.MarshalXMLAttr",
		Decode:      "Decoder.* TokenReader.Token Unmarshal Unmarshaler.UnmarshalXML UnmarshalerAttr.UnmarshalXMLAttr",
		Environment: "Encoder.* EscapeText",
	},
	"errors": {
		Computed: "*",
	},
	"flag": {
		Computed: "*",
	},
	"fmt": {
		NeverFails: "Fprint Fprintf Fprintln Print Printf Println State.Write",
		Computed:   "Errorf ScanState.UnreadRune Scanner.Scan Sscan Sscanf Sscanln",
		Decode:     "Fscan Fscanf Fscanln Scan ScanState.* Scanf Scanln",
	},
	"go/ast": {
		NeverFails:  "Print",
		Computed:    "Directive.ParseArgs NewPackage",
		Environment: "Fprint",
	},
	"go/build": {
		Computed:    "ArchChar",
		Environment: "*",
	},
	"go/build/constraint": {
		Computed: "*",
	},
	"go/doc": {
		Computed: "NewFromFiles",
	},
	"go/format": {
		Computed:    "Source",
		Environment: "Node",
	},
	"go/parser": {
		Computed: "ParseExpr",
		// These read the file when they are given no source.
		Environment: "ParseDir ParseExprFrom ParseFile",
	},
	"go/printer": {
		Environment: "*",
	},
	"go/scanner": {
		Computed: "ErrorList.Err",
	},
	"go/token": {
		Decode:      "FileSet.Read",
		Environment: "FileSet.Write",
	},
	"go/types": {
		Computed:    "ArgumentError.Unwrap CheckExpr Checker.Files Config.Check Eval Instantiate",
		Environment: "Importer.Import ImporterFrom.ImportFrom",
	},
	"hash": {
		Computed: "Cloner.Clone",
	},
	"hash/maphash": {
		NeverFails: "Hash.Write Hash.WriteByte Hash.WriteString",
		Computed:   "Hash.Clone",
	},
	"html/template": {
		Computed: "Template.AddParseTree Template.Clone Template.Parse",
		Environment: `
			ParseFS ParseFiles ParseGlob Template.Execute Template.ExecuteTemplate Template.ParseFS
			Template.ParseFiles Template.ParseGlob`,
	},
	"image": {
		Decode: "Decode DecodeConfig",
	},
	"image/gif": {
		Decode:      "Decode DecodeAll DecodeConfig",
		Environment: "Encode EncodeAll",
	},
	"image/jpeg": {
		Decode:      "Decode DecodeConfig",
		Environment: "Encode",
	},
	"image/png": {
		Decode:      "Decode DecodeConfig",
		Environment: "Encode Encoder.Encode",
	},
	"index/suffixarray": {
		Decode:      "Index.Read",
		Environment: "Index.Write",
	},
	"io": {
		NeverFails:  "PipeReader.CloseWithError PipeWriter.CloseWithError",
		Computed:    "ByteScanner.UnreadByte OffsetWriter.Seek RuneScanner.UnreadRune SectionReader.Seek",
		Cleanup:     "Closer.Close PipeReader.Close PipeWriter.Close",
		Environment: "*",
	},
	"io/fs": {
		// Glob ignores the errors of the file system.
		Computed:    "Glob GlobFS.Glob PathError.Unwrap Sub SubFS.Sub",
		Cleanup:     "File.Close",
		Probe:       "DirEntry.Info File.Stat Lstat ReadLink ReadLinkFS.Lstat ReadLinkFS.ReadLink Stat StatFS.Stat",
		Environment: "*",
	},
	"io/ioutil": {
		Environment: "*",
	},
	"log": {
		// A log line that cannot be written: nobody is left to tell.
		NeverFails: "Logger.Output Output",
	},
	"log/slog": {
		Computed: `
			Level.AppendText Level.MarshalJSON Level.MarshalText LevelVar.AppendText LevelVar.MarshalText`,
		Decode:      "Level.UnmarshalJSON Level.UnmarshalText LevelVar.UnmarshalText",
		Environment: "Handler.Handle JSONHandler.Handle MultiHandler.Handle TextHandler.Handle",
	},
	"log/syslog": {
		Cleanup:     "Writer.Close",
		Environment: "*",
	},
	"math/big": {
		Computed: `
			Float.AppendText Float.GobEncode Float.MarshalText Float.Parse Float.Scan Int.AppendText Int.GobEncode
			Int.MarshalJSON Int.MarshalText Int.Scan ParseFloat Rat.AppendText Rat.GobEncode Rat.MarshalText Rat.Scan`,
		Decode: `
			Float.GobDecode Float.UnmarshalText Int.GobDecode Int.UnmarshalJSON Int.UnmarshalText Rat.GobDecode
			Rat.UnmarshalText`,
	},
	"math/rand": {
		NeverFails: "Rand.Read Read",
	},
	"math/rand/v2": {
		NeverFails: "ChaCha8.Read",
		Computed:   "ChaCha8.AppendBinary ChaCha8.MarshalBinary PCG.AppendBinary PCG.MarshalBinary",
		Decode:     "ChaCha8.UnmarshalBinary PCG.UnmarshalBinary",
	},
	"mime": {
		Computed: "*",
	},
	"mime/multipart": {
		Computed:    "Writer.SetBoundary",
		Cleanup:     "Form.RemoveAll Part.Close",
		Decode:      "Reader.*",
		Environment: "FileHeader.Open Part.Read Writer.*",
	},
	"mime/quotedprintable": {
		Environment: "*",
	},
	"net": {
		Computed: `
			DNSConfigError.Unwrap DNSError.Unwrap IP.AppendText IP.MarshalText OpError.Unwrap ParseCIDR ParseMAC
			ResolveUnixAddr SplitHostPort`,
		Cleanup: `
			Conn.Close Conn.SetDeadline Conn.SetReadDeadline Conn.SetWriteDeadline Listener.Close PacketConn.Close
			PacketConn.SetDeadline PacketConn.SetReadDeadline PacketConn.SetWriteDeadline TCPConn.CloseRead
			TCPConn.CloseWrite TCPConn.SetKeepAlive TCPConn.SetKeepAliveConfig TCPConn.SetKeepAlivePeriod
			TCPConn.SetLinger TCPConn.SetNoDelay TCPListener.Close TCPListener.SetDeadline UnixConn.CloseRead
			UnixConn.CloseWrite UnixListener.Close UnixListener.SetDeadline conn.Close conn.SetDeadline
			conn.SetReadBuffer conn.SetReadDeadline conn.SetWriteBuffer conn.SetWriteDeadline`,
		Probe: `
			Interface.Addrs Interface.MulticastAddrs InterfaceAddrs InterfaceByIndex InterfaceByName Interfaces
			LookupPort Resolver.LookupPort TCPConn.MultipathTCP`,
		Decode: "IP.UnmarshalText",
		// conn has the methods that TCPConn, UDPConn, UnixConn and IPConn share.
		Environment: "*",
	},
	"net/http": {
		NeverFails: "ResponseWriter.Write noBody.Close noBody.WriteTo",
		Computed: `
			Cookie.Valid CrossOriginProtection.AddTrustedOrigin NewRequest NewRequestWithContext ParseCookie
			ParseSetCookie ParseTime ProxyFromEnvironment Response.Location noBody.Read`,
		// Push and the methods of ResponseController ask for what the
		// connection may not support.
		Cleanup: `
			ClientConn.Close Pusher.Push ResponseController.EnableFullDuplex ResponseController.Flush
			ResponseController.SetReadDeadline ResponseController.SetWriteDeadline Server.Close Server.Shutdown`,
		Probe: "File.Stat Request.Cookie",
		Decode: `
			CrossOriginProtection.Check ReadRequest ReadResponse Request.FormFile Request.MultipartReader
			Request.ParseForm Request.ParseMultipartForm`,
		Environment: "*",
	},
	"net/http/cgi": {
		Decode:      "RequestFromMap",
		Environment: "Request Serve",
	},
	"net/http/cookiejar": {
		Computed: "New",
	},
	"net/http/fcgi": {
		Environment: "Serve",
	},
	"net/http/httptest": {
		NeverFails: "ResponseRecorder.Write ResponseRecorder.WriteString",
	},
	"net/http/httputil": {
		Cleanup: "ClientConn.Close ServerConn.Close",
		Environment: `
			ClientConn.Do ClientConn.Read ClientConn.Write DumpRequest DumpRequestOut DumpResponse ServerConn.Read
			ServerConn.Write`,
	},
	"net/mail": {
		Computed: `
			AddressParser.Parse AddressParser.ParseList Header.AddressList Header.Date ParseAddress ParseAddressList
			ParseDate`,
		Decode: "ReadMessage",
	},
	"net/netip": {
		Computed: "*",
		Decode: `
			Addr.UnmarshalBinary Addr.UnmarshalText AddrPort.UnmarshalBinary AddrPort.UnmarshalText
			Prefix.UnmarshalBinary Prefix.UnmarshalText`,
	},
	"net/rpc": {
		Computed:    "Register RegisterName Server.Register Server.RegisterName",
		Cleanup:     "Client.Close ClientCodec.Close ServerCodec.Close",
		Environment: "*",
	},
	"net/rpc/jsonrpc": {
		Environment: "Dial",
	},
	"net/smtp": {
		Cleanup:     "Client.Close Client.Quit",
		Environment: "*",
	},
	"net/textproto": {
		Cleanup:     "Conn.Close",
		Decode:      "Reader.ReadMIMEHeader",
		Environment: "*",
	},
	"net/url": {
		Computed: "*",
		Decode:   "URL.UnmarshalBinary",
	},
	"os": {
		Computed: "LinkError.Unwrap NewSyscallError Setenv SyscallError.Unwrap Unsetenv",
		// File.Close is a lost write where the file was written to: the engine decides.
		Cleanup: `
			File.Close File.SetDeadline File.SetReadDeadline File.SetWriteDeadline Process.Kill Process.Release
			Process.Signal Process.Wait Remove RemoveAll Root.Close Root.Remove Root.RemoveAll`,
		Probe: `
			Executable File.Stat FindProcess Getgroups Getwd Hostname Lstat Readlink Root.Lstat Root.Readlink
			Root.Stat Stat UserCacheDir UserConfigDir UserHomeDir`,
		Environment: "*",
	},
	"os/exec": {
		Computed:    "Error.Unwrap",
		Probe:       "LookPath",
		Environment: "Cmd.*",
	},
	"os/user": {
		Probe: "*",
	},
	"path": {
		Computed: "*",
	},
	"path/filepath": {
		Computed:    "Glob Localize Match Rel",
		Probe:       "Abs EvalSymlinks",
		Environment: "Walk WalkDir",
	},
	"plugin": {
		Probe:       "Plugin.Lookup",
		Environment: "Open",
	},
	"reflect": {
		Computed: "*",
	},
	"regexp": {
		Computed: "*",
		Decode:   "Regexp.UnmarshalText",
	},
	"regexp/syntax": {
		Computed: "*",
	},
	"runtime": {
		Environment: "StartTrace",
	},
	"runtime/coverage": {
		Environment: "*",
	},
	"runtime/debug": {
		Computed:    "ParseBuildInfo",
		Environment: "SetCrashOutput",
	},
	"runtime/pprof": {
		Environment: "*",
	},
	"runtime/trace": {
		Environment: "*",
	},
	"strconv": {
		Computed: "*",
	},
	"strings": {
		NeverFails:  "Builder.*",
		Computed:    "Reader.*",
		Environment: "Reader.WriteTo Replacer.WriteString",
	},
	"syscall": {
		// The error of Call is never nil, the other results say whether it failed.
		NeverFails: "LazyProc.Call Proc.Call",
		Computed: `
			BytePtrFromString ByteSliceFromString DLLError.Unwrap GetLastError Setenv SlicePtrFromStrings
			UTF16FromString UTF16PtrFromString Unsetenv`,
		Cleanup: `
			CertCloseStore CertFreeCertificateContext Close CloseHandle Closesocket CryptReleaseContext DLL.Release
			DeleteFile FindClose FreeEnvironmentStrings FreeLibrary Kill LocalFree Munlock Munlockall Munmap
			NetApiBufferFree RegCloseKey RemoveDirectory Rmdir Shutdown TerminateProcess Tgkill Token.Close Unlink
			Unlinkat UnmapViewOfFile VirtualUnlock WSACleanup`,
		Probe: `
			Access ComputerName DLL.FindProc Faccessat Fstat GetComputerName GetConsoleMode GetCurrentDirectory
			GetEnvironmentVariable GetFileAttributes GetFileAttributesEx GetFileType GetProcAddress Getcwd Getgroups
			Getwd LazyDLL.Load LazyProc.Find Lstat Readlink Stat`,
		Decode: `
			ParseNetlinkMessage ParseNetlinkRouteAttr ParseSocketControlMessage ParseUnixCredentials ParseUnixRights`,
		Environment: "*",
	},
	"testing/fstest": {
		Computed: "*",
	},
	"testing/iotest": {
		Computed: "*",
	},
	"testing/quick": {
		Computed: "*",
	},
	"testing/slogtest": {
		Computed: "*",
	},
	"text/tabwriter": {
		Environment: "*",
	},
	"text/template": {
		Computed: "ExecError.Unwrap Template.AddParseTree Template.Clone Template.Parse",
		Environment: `
			ParseFS ParseFiles ParseGlob Template.Execute Template.ExecuteTemplate Template.ParseFS
			Template.ParseFiles Template.ParseGlob`,
	},
	"text/template/parse": {
		Computed: "*",
	},
	"time": {
		Computed: "*",
		Probe:    "LoadLocation",
		Decode: `
			LoadLocationFromTZData Time.GobDecode Time.UnmarshalBinary Time.UnmarshalJSON Time.UnmarshalText`,
	},
}
