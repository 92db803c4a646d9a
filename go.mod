module weave

go 1.26.0

ignore (
	./chapters/en/out
	./out
)

require (
	codeberg.org/go-fonts/stix v0.3.0 // text and mathematics: STIX Two as a module, so no font file is committed
	github.com/alecthomas/chroma/v2 v2.27.0 // highlighting of programs
	github.com/go-pdf/fpdf v0.9.0 // pages, streams and images of the PDF
	github.com/go-text/typesetting v0.3.5 // shaping (HarfBuzz) and reading of OpenType
	github.com/goccy/go-yaml v1.19.2 // YAML with the place of every key and value, for messages
	github.com/google/go-cmp v0.7.0 // tests: readable differences
	github.com/microcosm-cc/bluemonday v1.0.27 // weave --sandbox: raw HTML of strangers, cleaned by a list of what is allowed
	github.com/rogpeppe/go-internal v1.16.0 // locks of directories; tests: scripts of the command line (testscript)
	github.com/spf13/cobra v1.10.2 // the command line
	github.com/yuin/goldmark v1.8.7 // Markdown
	golang.org/x/image v0.47.0 // the Go fonts
	golang.org/x/net v0.62.0 // HTML read as browsers read it: the editions of the site in one file
	golang.org/x/text v0.43.0 // accents composed (NFC), and taken off for sorting (NFD)
	golang.org/x/tools v0.52.0 // the checks of go vet; txtar in tests
	gonum.org/v1/gonum v0.17.0 // numerics in chapters
	gonum.org/v1/plot v0.17.0 // axes and contours of plots
)

require (
	github.com/chromedp/cdproto v0.159.2 // tests: what chromedp asks the browser
	github.com/chromedp/chromedp v0.23.0 // tests: a real browser opens the site
	github.com/pdfcpu/pdfcpu v0.15.0 // tests: a second, strict reader of the PDF
)

require github.com/fsnotify/fsnotify v1.10.1 // weave serve: what changed

require codeberg.org/go-fonts/latin-modern v0.4.0 // Latin Modern Math, as an option

require (
	codeberg.org/go-fonts/liberation v0.5.0 // indirect
	codeberg.org/go-latex/latex v0.2.0 // indirect
	codeberg.org/go-pdf/fpdf v0.11.1 // indirect
	git.sr.ht/~sbinet/gg v0.7.0 // indirect
	github.com/BurntSushi/toml v1.4.1-0.20240526193622-a339e1f7089c // indirect
	github.com/ajstarks/svgo v0.0.0-20211024235047-1546f124cd8b // indirect
	github.com/aymerick/douceur v0.2.0 // indirect
	github.com/clipperhouse/uax29/v2 v2.7.0 // indirect
	github.com/dlclark/regexp2/v2 v2.2.1 // indirect
	github.com/go-json-experiment/json v0.0.0-20260213210345-44df1a37e875 // indirect
	github.com/golang/freetype v0.0.0-20170609003504-e2365dfdc4a0 // indirect
	github.com/gorilla/css v1.0.1 // indirect
	github.com/hhrutter/tiff v1.0.6 // indirect
	github.com/inconshreveable/mousetrap v1.1.0 // indirect
	github.com/mattn/go-runewidth v0.0.27 // indirect
	github.com/spf13/pflag v1.0.10 // indirect
	github.com/tetratelabs/wazero v1.12.0 // weave --sandbox: programs of strangers run in a WebAssembly machine
	go.yaml.in/yaml/v3 v3.0.5 // indirect
	golang.org/x/crypto v0.58.0 // indirect
	golang.org/x/exp/typeparams v0.0.0-20231108232855-2478ac86f678 // indirect
	golang.org/x/mod v0.42.0 // indirect
	golang.org/x/sync v0.24.0 // indirect
	golang.org/x/sys v0.49.0 // indirect
	honnef.co/go/tools v0.8.2 // indirect
)

tool honnef.co/go/tools/cmd/staticcheck
