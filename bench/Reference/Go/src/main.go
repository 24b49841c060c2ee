// Package main speaks the protocol of bench/docs/reference-protocol.md; each workload is a file beside this one.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"runtime"
	"strings"
)

const schema = 1

// A workload does iterations of one case.
type workload interface {
	// Iterate does one and returns what it counted.
	Iterate(run *iteration) map[string]any
}

var workloads = map[string]func(c theCase) workload{}

func main() {
	runtimeVersion := strings.TrimPrefix(runtime.Version(), "go")
	say(map[string]any{"type": "hello", "schema": schema, "runtime": "go" + runtimeVersion})
	go listen()

	c := theCase{heard()}
	create, known := workloads[c.text("workload")]
	if !known {
		say(map[string]any{"type": "error", "message": "no workload " + c.text("workload")})
		return
	}
	work := create(c)
	say(map[string]any{"type": "ready"})

	window := &window{}
	for {
		switch message := (theCase{heard()}); message.text("type") {
		case "iterate":
			measured := message.flag("measured")
			run := &iteration{measured: measured, window: window, units: &unitCounter{}}
			if !measured {
				latencies.reset()
			}
			counted := work.Iterate(run)
			if !measured {
				latencies.reset()
			}
			counted["type"] = "iterated"
			run.units.tell(counted)
			say(counted)
		case "report":
			sample := map[string]any{"type": "sample"}
			latencies.tell(sample)
			window.tell(sample)
			say(sample)
		default:
			say(map[string]any{"type": "error", "message": "no question " + message.text("type")})
			return
		}
	}
}

var questions = make(chan map[string]any)

// Ends the process when its input ends: whoever asked has gone.
func listen() {
	lines := bufio.NewReaderSize(os.Stdin, 1<<16)
	for {
		line, err := lines.ReadBytes('\n')
		if err != nil {
			os.Exit(0)
		}
		var message map[string]any
		if err := json.Unmarshal(line, &message); err != nil {
			fmt.Fprintln(os.Stderr, "no JSON:", err)
			os.Exit(2)
		}
		questions <- message
	}
}

func heard() map[string]any { return <-questions }

func say(message map[string]any) {
	line, err := json.Marshal(message)
	if err != nil {
		panic(err)
	}
	os.Stdout.Write(append(line, '\n'))
}

// A case and its parameters.
type theCase struct{ fields map[string]any }

func (c theCase) text(name string) string { text, _ := c.fields[name].(string); return text }

func (c theCase) flag(name string) bool { flag, _ := c.fields[name].(bool); return flag }

func (c theCase) number(name string) int {
	number, ok := c.fields[name].(float64)
	if !ok {
		panic("no parameter " + name)
	}
	return int(number)
}

func (c theCase) seed() (seed uint64) {
	if _, err := fmt.Sscan(c.text("seed"), &seed); err != nil {
		panic("no seed")
	}
	return seed
}
