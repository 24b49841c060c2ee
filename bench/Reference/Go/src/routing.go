package main

import (
	"fmt"
	"strings"
	"sync"
	"time"
)

func init() { workloads["routing"] = newRouting }

const (
	noFault = iota
	crash
	hang
)

const (
	setup = iota
	update
	hangUp
)

// What a unit notes: it took over, it failed on an event, it handled one, or refused it because its call is not known.
const (
	tookOver = iota
	failedOn
	handled
	refused
)

// A goroutine with a channel for each unit of handlers. One that fails says so on the supervisor's channel, and the supervisor starts
// another one to read on where it stopped.
type routing struct {
	c                      theCase
	events                 []callEvent
	handlersPerUnit, units int
	rounds                 int
	hangLimit              time.Duration
	peer                   chan struct{}
}

type callEvent struct {
	number, call, handler, kind, fault int
	offset                             int64
	value                              uint64
}

type routingUnit struct {
	events    chan callEvent
	log       []int64
	completed []string
}

func newRouting(c theCase) workload {
	r := &routing{
		c: c, handlersPerUnit: c.number("handlersPerUnit"), rounds: c.number("workRounds"),
		hangLimit: time.Duration(c.number("hangLimitMilliseconds")) * time.Millisecond, peer: make(chan struct{}),
	}
	r.units = (c.number("handlers") + r.handlersPerUnit - 1) / r.handlersPerUnit
	for number, text := range strings.Fields(c.text("events")) {
		event := callEvent{number: number}
		if _, err := fmt.Sscanf(text, "%d,%d,%d,%d,%d,%d", &event.offset, &event.call, &event.handler, &event.kind, &event.value, &event.fault); err != nil {
			panic("no event: " + text)
		}
		r.events = append(r.events, event)
	}
	return r
}

func (r *routing) Iterate(run *iteration) map[string]any {
	units := make([]*routingUnit, r.units)
	for i := range units {
		units[i] = &routingUnit{events: make(chan callEvent, len(r.events))}
	}
	schedule := newSchedule(r.c)
	var settled, supervising sync.WaitGroup
	settled.Add(len(r.events))
	failed := make(chan int, len(r.events))
	done := make(chan struct{})
	supervising.Add(1)
	go r.supervise(run, schedule.origin, units, failed, done, &settled, &supervising)

	schedule.run(run, len(r.events), func(index int) int64 { return r.events[index].offset }, func(index int) {
		event := r.events[index]
		units[event.handler/r.handlersPerUnit].events <- event
	})
	awaitAtMost(&settled, grace)
	for _, unit := range units {
		close(unit.events)
	}
	close(done)
	supervising.Wait()

	log, completed := []int64{}, []string{}
	for _, unit := range units {
		log, completed = append(log, unit.log...), append(completed, unit.completed...)
	}
	told := map[string]any{"log": log, "completed": strings.Join(completed, " ")}
	schedule.tell(told)
	return told
}

func (r *routing) supervise(run *iteration, origin int64, units []*routingUnit, failed chan int, done <-chan struct{}, settled, supervising *sync.WaitGroup) {
	run.units.enter()
	defer supervising.Done()
	defer run.units.leave()
	var serving sync.WaitGroup
	start := func(number, abandoned int) {
		serving.Add(1)
		go r.serve(run, origin, number, abandoned, units[number], failed, settled, &serving)
	}
	for number := range units {
		start(number, 0)
	}
	for {
		select {
		case number := <-failed:
			start(number, 1)
		case <-done:
			serving.Wait()
			return
		}
	}
}

// The event that the one before it failed on has ended when the next takes over.
func (r *routing) serve(run *iteration, origin int64, number, abandoned int, unit *routingUnit, failed chan<- int, settled, serving *sync.WaitGroup) {
	run.units.enter()
	defer serving.Done()
	defer run.units.leave()
	note := func(what, event int) {
		unit.log = append(unit.log, int64(what), int64(number), int64(event), now()-origin)
	}
	note(tookOver, -1)
	settled.Add(-abandoned)
	calls := map[int]uint64{}
	for event := range unit.events {
		if !r.try(event, calls, unit, note) {
			failed <- number
			return
		}
		settled.Done()
	}
}

// False when the handler has crashed, or has hung for too long.
func (r *routing) try(event callEvent, calls map[int]uint64, unit *routingUnit, note func(what, event int)) (ok bool) {
	if event.fault != noFault {
		note(failedOn, event.number)
	}
	defer func() {
		if recover() != nil {
			ok = false
		}
	}()
	if event.fault == hang {
		select {
		case <-r.peer:
		case <-time.After(r.hangLimit):
			return false
		}
	}
	r.handle(event, calls, unit, note)
	return true
}

func (r *routing) handle(event callEvent, calls map[int]uint64, unit *routingUnit, note func(what, event int)) {
	if event.fault == crash {
		panic("the event crashes its handler")
	}
	state, known := calls[event.call]
	if event.kind != setup && !known {
		note(refused, event.number)
		return
	}
	state = work(mix(state^event.value), r.rounds)
	if event.kind == hangUp {
		delete(calls, event.call)
		unit.completed = append(unit.completed, fmt.Sprintf("%d:%d", event.call, state))
	} else {
		calls[event.call] = state
	}
	note(handled, event.number)
}
