package main

import (
	"runtime"
	"sync"
	"time"
)

// Hands events out at their times, whatever becomes of them.
type schedule struct {
	origin, countFrom, until int64
	lateness                 *histogram
}

func newSchedule(c theCase) *schedule {
	s := &schedule{origin: now(), lateness: &histogram{counts: make([]int64, buckets)}}
	s.countFrom = s.origin + int64(c.number("warmUpMilliseconds"))*int64(time.Millisecond)
	s.until = s.countFrom + int64(c.number("measuredMilliseconds"))*int64(time.Millisecond)
	return s
}

func (s *schedule) run(run *iteration, events int, offset func(index int) int64, emit func(index int)) {
	var observing sync.WaitGroup
	observing.Add(1)
	go func() {
		defer observing.Done()
		run.measureBetween(s.countFrom, s.until)
	}()
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for index := 0; index < events; index++ {
		due := s.origin + offset(index)
		for rest := due - now(); rest > 0; rest = due - now() {
			time.Sleep(time.Duration(rest))
		}
		if due >= s.countFrom {
			s.lateness.take([]int64{now() - due})
		}
		emit(index)
	}
	observing.Wait()
}

func (s *schedule) tell(message map[string]any) {
	message["latenessP99"], message["latenessMax"] = s.lateness.quantile(0.99), s.lateness.quantile(1)
}

func awaitAtMost(group *sync.WaitGroup, nanoseconds int64) {
	all := make(chan struct{})
	go func() {
		group.Wait()
		close(all)
	}()
	select {
	case <-all:
	case <-time.After(time.Duration(nanoseconds)):
	}
}
