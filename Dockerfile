# loglint with the go command, which it has load and compile what it looks at:
#
#	docker build -t loglint .
#	docker run --rm -v "$PWD:/src" loglint ./...
#
# To keep what is known of packages from one run to the next, add -v loglint:/cache.
FROM golang:1.26-bookworm AS build
WORKDIR /build
COPY go.mod go.sum ./
RUN go mod download
COPY . .
# The revision is stamped where the context has a .git and is no working tree of another one.
RUN CGO_ENABLED=0 go build -trimpath -buildvcs=auto -ldflags="-s -w" -o /loglint ./cmd/loglint

FROM golang:1.26-bookworm
COPY --from=build /loglint /usr/local/bin/loglint
# The sources belong to somebody outside, whom git would not trust, and who need not be the user here.
RUN git config --system --add safe.directory '*' && mkdir -m 1777 /cache
ENV GOCACHE=/cache/build GOMODCACHE=/cache/modules
USER 65532:65532
WORKDIR /src
ENTRYPOINT ["loglint"]
CMD ["./..."]
