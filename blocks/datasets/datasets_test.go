package datasets

import (
	"math"
	"reflect"
	"testing"
)

func TestMoons(t *testing.T) {
	s := Moons(200, 0, 1)
	for i, p := range s.X {
		x, y := p[0], p[1]
		if s.Class[i] == 1 {
			x, y = 1-x, 0.5-y
		}
		if math.Abs(math.Hypot(x, y)-1) > 1e-12 || y < -1e-12 {
			t.Fatalf("point %d, class %d, lies at %v", i, s.Class[i], p)
		}
	}
	if !reflect.DeepEqual(Moons(20, 0.2, 7), Moons(20, 0.2, 7)) || reflect.DeepEqual(Moons(20, 0.2, 7), Moons(20, 0.2, 8)) {
		t.Error("the seed does not decide the points")
	}
	first, rest := s.Split(150)
	if len(first.X) != 150 || len(rest.Class) != 50 || rest.X[0] != s.X[150] {
		t.Error("the parts are not as asked")
	}
}

func TestXOR(t *testing.T) {
	s := XOR()
	if len(s.X) != 4 || len(s.Class) != 4 {
		t.Fatalf("%d points, %d classes", len(s.X), len(s.Class))
	}
	for i, p := range s.X {
		if one := p[0]+p[1] == 1; one != (s.Class[i] == 1) {
			t.Errorf("%v has class %d", p, s.Class[i])
		}
	}
}
