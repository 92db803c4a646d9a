package html

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// The types in the script's comments hold, as TypeScript's compiler checks them.
func TestScriptTypes(t *testing.T) {
	tsc, err := exec.LookPath("tsc")
	if err != nil {
		t.Skip("no tsc")
	}
	file := filepath.Join(t.TempDir(), "reader.js")
	asWritten := func(part []byte) []byte { return part }
	if err := os.WriteFile(file, assembled(asWritten), 0o600); err != nil {
		t.Fatal(err)
	}
	out, err := exec.Command(tsc, "--allowJs", "--checkJs", "--strict", "--noEmit", "--target", "es2022", "--lib", "es2022,dom,dom.iterable", file).CombinedOutput()
	if err != nil {
		t.Errorf("%v\n%s", err, out)
	}
}
