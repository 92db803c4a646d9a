package main

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"weave": main,
	})
}

// TestScripts runs the command as a user does: each file of testdata/script is a
// directory and what is typed in it. UPDATE=1 rewrites what cmp compares with.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:           "testdata/script",
		UpdateScripts: os.Getenv("UPDATE") != "",
		Setup:         useGo,
		Cmds: map[string]func(ts *testscript.TestScript, neg bool, args []string){
			"pdftext": pdfText,
		},
	})
}

// useGo lets scripts build with the caches of this machine's Go: their home
// directory is empty.
func useGo(env *testscript.Env) error {
	bin, _, _ := strings.Cut(env.Getenv("PATH"), string(os.PathListSeparator))
	env.Setenv("WEAVE_ONLY", bin) // a PATH without Go
	for _, key := range []string{"GOCACHE", "GOMODCACHE", "GOPROXY", "GOFLAGS"} {
		out, err := exec.Command("go", "env", key).Output()
		if err != nil {
			return err
		}
		env.Setenv(key, strings.TrimSpace(string(out)))
	}
	return nil
}

// pdfText [-skip] FILE WORD… finds words in a PDF as another program reads it.
func pdfText(ts *testscript.TestScript, neg bool, args []string) {
	if _, err := exec.LookPath("pdftotext"); err != nil {
		if os.Getenv("CI") != "" {
			ts.Fatalf("pdftotext is missing: CI installs poppler-utils")
		}
		ts.Logf("pdftotext is missing: not looked at")
		return
	}
	out, err := exec.Command("pdftotext", "-layout", filepath.Clean(ts.MkAbs(args[0])), "-").Output()
	ts.Check(err)
	for _, word := range args[1:] {
		if strings.Contains(string(out), word) == neg {
			ts.Fatalf("%q found in the PDF: %v; it reads\n%s", word, !neg, out)
		}
	}
}
