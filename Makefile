.PHONY: reader test check verify accept clean

# The reader of this repository's course, in out/, and its English edition, in
# chapters/en/out/.
reader:
	go run ./cmd/weave build
	go run ./cmd/weave -C chapters/en build

test:
	go test ./...

# What CI demands beside the tests.
check:
	sh .ci/check

verify:
	go run ./cmd/weave verify
	go run ./cmd/weave -C chapters/en verify

accept:
	go run ./cmd/weave accept
	go run ./cmd/weave -C chapters/en accept

clean:
	go run ./cmd/weave clean
	go run ./cmd/weave -C chapters/en clean
