package main

import (
	"runtime"
	"sync/atomic"
	"time"
)

var origin = time.Now()

// Nanoseconds of the monotonic clock.
func now() int64 { return int64(time.Since(origin)) }

// An iteration of a case, measured or a warm-up.
type iteration struct {
	measured bool
	window   *window
	units    *unitCounter
}

// Measure runs the body inside the measured window, which the other side opens and closes.
func (run *iteration) Measure(body func()) {
	run.MeasureFrom(func(int64) { body() })
}

// MeasureFrom does the same and tells the body when the window opened.
func (run *iteration) MeasureFrom(body func(openedAt int64)) {
	run.pause(map[string]any{"type": "open"})
	run.window.open(run.measured)
	openedAt := now()
	body(openedAt)
	nanoseconds := now() - openedAt
	run.pause(map[string]any{"type": "close", "nanoseconds": nanoseconds})
	run.window.close(run.measured)
}

// Pause tells something and waits for the word to go on.
func (run *iteration) pause(message map[string]any) {
	say(message)
	if answer := heard(); answer["type"] != "go" {
		panic("expected to go on")
	}
}

// Counts units as they really start and end.
type unitCounter struct{ created, alive, peak int64 }

func (units *unitCounter) enter() {
	atomic.AddInt64(&units.created, 1)
	alive := atomic.AddInt64(&units.alive, 1)
	for peak := atomic.LoadInt64(&units.peak); alive > peak; peak = atomic.LoadInt64(&units.peak) {
		if atomic.CompareAndSwapInt64(&units.peak, peak, alive) {
			return
		}
	}
}

func (units *unitCounter) leave() { atomic.AddInt64(&units.alive, -1) }

func (units *unitCounter) await(alive int64) {
	for atomic.LoadInt64(&units.alive) != alive {
		runtime.Gosched()
	}
}

func (units *unitCounter) tell(message map[string]any) {
	message["created"] = atomic.LoadInt64(&units.created)
	message["peak"] = atomic.LoadInt64(&units.peak)
	message["alive"] = atomic.LoadInt64(&units.alive)
}

// What the runtime tells of itself over all measured windows.
type window struct {
	before, after            runtime.MemStats
	allocated, pause, cycles uint64
}

func (w *window) open(measured bool) {
	if measured {
		runtime.ReadMemStats(&w.before)
	}
}

func (w *window) close(measured bool) {
	if measured {
		runtime.ReadMemStats(&w.after)
		w.allocated += w.after.TotalAlloc - w.before.TotalAlloc
		w.pause += w.after.PauseTotalNs - w.before.PauseTotalNs
		w.cycles += uint64(w.after.NumGC - w.before.NumGC)
	}
}

func (w *window) tell(message map[string]any) {
	message["heapBytes"] = w.after.HeapAlloc
	message["allocatedBytes"] = w.allocated
	message["pauseNanoseconds"] = w.pause
	message["majorCollections"] = w.cycles
}

// MeasureBetween opens and closes the window at set times, beside what goes on.
func (run *iteration) measureBetween(from, until int64) {
	time.Sleep(time.Duration(from - now()))
	run.pause(map[string]any{"type": "open"})
	run.window.open(run.measured)
	time.Sleep(time.Duration(until - now()))
	run.pause(map[string]any{"type": "close", "nanoseconds": until - from})
	run.window.close(run.measured)
}
