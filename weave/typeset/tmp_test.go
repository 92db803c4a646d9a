package typeset

import (
	"fmt"
	"os"
	"testing"
	"time"
	"weave/weave/pdf"
)

func TestTmp(t *testing.T) {
	in := sampleInput(t, 2)
	t0 := time.Now()
	d, list := Layout(in)
	t1 := time.Now()
	b, err := pdf.Write(d)
	if err != nil {
		t.Fatal(err)
	}
	os.WriteFile("/tmp/bk/x.pdf", b, 0o644)
	fmt.Println(len(d.Pages), len(b), t1.Sub(t0), time.Since(t1))
	list.Print(os.Stdout)
}
