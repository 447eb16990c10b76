# Every verb is one script; each script says what it does, needs and leaves.
.PHONY: setup run test engine lint format golden reference bench check check-web

setup:     ; scripts/setup
run:       ; scripts/run
test:      ; scripts/test
engine:    ; scripts/engine
lint:      ; scripts/lint
format:    ; scripts/format
golden:    ; scripts/golden
reference: ; scripts/reference
bench:     ; scripts/bench
check:     ; scripts/check
check-web: ; scripts/check-web
