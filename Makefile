.PHONY: reader test check verify accept clean

# The reader of this repository's course, in out/.
reader:
	go run ./cmd/weave build

test:
	go test ./...

# What CI demands beside the tests.
check:
	sh .ci/check

verify:
	go run ./cmd/weave verify

accept:
	go run ./cmd/weave accept

clean:
	go run ./cmd/weave clean
