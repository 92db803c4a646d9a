package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// choice is a flag that takes one of a few words.
type choice struct {
	value *string
	known []string
}

func (c *choice) String() string {
	if c.value == nil {
		return ""
	}
	return *c.value
}

func (c *choice) Type() string { return "word" }

func (c *choice) Set(s string) error {
	if !slices.Contains(c.known, s) {
		return fmt.Errorf("it can be %s", strings.Join(c.known, " or "))
	}
	*c.value = s
	return nil
}

// percent is a flag like 10%, as a part of 1.
type percent float64

func (p *percent) String() string { return fmt.Sprintf("%g%%", 100*float64(*p)) }

func (p *percent) Type() string { return "percent" }

func (p *percent) Set(s string) error {
	x, err := strconv.ParseFloat(strings.TrimSuffix(s, "%"), 64)
	if err != nil || x < 0 || x > 100 {
		return errors.New("it must be a number from 0% to 100%")
	}
	*p = percent(x / 100)
	return nil
}
