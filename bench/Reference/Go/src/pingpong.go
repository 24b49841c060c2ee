package main

import (
	"sync"
	"time"
)

func init() { workloads["pingpong"] = newPingpong }

const gameOver = -1

// Two goroutines per pair, with an unbuffered channel each way.
type pingpong struct {
	pairs int
	play  time.Duration
	timed bool
}

func newPingpong(c theCase) workload {
	return &pingpong{c.number("pairs"), time.Duration(c.number("playMilliseconds")) * time.Millisecond, c.flag("timed")}
}

func (p *pingpong) Iterate(run *iteration) map[string]any {
	var pingers, pongers sync.WaitGroup
	pairs := make([]*pair, p.pairs)
	for i := range pairs {
		pairs[i] = &pair{first: int64(i) << 40, toPonger: make(chan int64), toPinger: make(chan int64)}
		pingers.Add(1)
		pongers.Add(1)
		go pairs[i].pong(run.units, &pongers)
		go pairs[i].ping(run.units, &pingers, p.timed)
	}
	run.units.await(2 * int64(p.pairs))

	run.MeasureFrom(func(openedAt int64) {
		for _, pair := range pairs {
			pair.startedAt, pair.until = openedAt, openedAt+int64(p.play)
		}
		for _, pair := range pairs {
			pair.toPonger <- pair.first
		}
		pingers.Wait()
	})
	pongers.Wait()

	played, returned, faults := make([]int64, p.pairs), make([]int64, p.pairs), int64(0)
	for i, pair := range pairs {
		played[i], returned[i] = pair.played, pair.returned
		faults += pair.faultsOfPinger + pair.faultsOfPonger
		pair.recorder.flush()
	}
	return map[string]any{"played": played, "returned": returned, "faults": faults}
}

type pair struct {
	first, startedAt, until        int64
	toPonger, toPinger             chan int64
	played, returned               int64
	faultsOfPinger, faultsOfPonger int64
	recorder                       recorder
}

func (p *pair) ping(units *unitCounter, ended *sync.WaitGroup, timed bool) {
	units.enter()
	defer ended.Done()
	defer units.leave()
	expected := p.first + 1
	for {
		if ball := <-p.toPinger; ball != expected {
			p.faultsOfPinger++
		}
		expected += 2
		p.played++
		if !p.goesOn(timed) {
			p.toPonger <- gameOver
			return
		}
		p.toPonger <- expected - 1
	}
}

func (p *pair) pong(units *unitCounter, ended *sync.WaitGroup) {
	units.enter()
	defer ended.Done()
	defer units.leave()
	expected := p.first
	for ball := range p.toPonger {
		if ball == gameOver {
			return
		}
		if ball != expected {
			p.faultsOfPonger++
		}
		expected += 2
		p.returned++
		p.toPinger <- ball + 1
	}
}

// A trip starts when the one before it ends, so one clock reading serves both. Nobody is charged for handing a batch over.
func (p *pair) goesOn(timed bool) bool {
	if !timed {
		return p.played%64 != 0 || now() < p.until
	}
	endedAt := now()
	p.recorder.record(endedAt - p.startedAt)
	p.startedAt = endedAt
	if p.recorder.full() {
		p.recorder.flush()
		p.startedAt = now()
	}
	return endedAt < p.until
}
