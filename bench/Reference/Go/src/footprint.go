package main

import (
	"runtime"
	"runtime/debug"
	"sync"
	"sync/atomic"
)

func init() { workloads["footprint"] = newFootprint }

const (
	warmUpUnits = 200
	mostAlone   = 200
)

// A goroutine per unit, parked at a receive from a channel of its own.
type footprint struct{ units, steps int }

func newFootprint(c theCase) workload { return &footprint{c.number("units"), c.number("steps")} }

func (f *footprint) Iterate(run *iteration) map[string]any {
	count := f.units
	if !run.measured && count > warmUpUnits {
		count = warmUpUnits
	}
	park := newParkingLot(count, run.units)
	var recorder recorder
	alone := count / f.steps
	if alone > mostAlone {
		alone = mostAlone
	}
	for unit := 0; unit < alone; unit++ {
		park.reports.Add(1)
		createdAt := now()
		park.create(unit)
		park.reports.Wait()
		recorder.record(park.parkedAt[unit] - createdAt)
	}

	var creating, waking, stopping int64
	done := alone
	for step := 1; step <= f.steps; step++ {
		until := count * step / f.steps
		if done < until {
			park.reports.Add(until - done)
			run.MeasureFrom(func(openedAt int64) {
				for ; done < until; done++ {
					park.create(done)
				}
				park.reports.Wait()
				creating += now() - openedAt
			})
		}
		run.pause(map[string]any{"type": "parked", "units": until, "managedBytes": collected()})
	}

	waking = timed(func() {
		park.reports.Add(count)
		for _, signal := range park.signals {
			signal <- struct{}{}
		}
		park.reports.Wait()
	})
	stopping = timed(func() {
		for _, signal := range park.signals {
			close(signal)
		}
		park.ended.Wait()
	})
	recorder.flush()
	return map[string]any{
		"createNanoseconds": creating, "wakeNanoseconds": waking, "stopNanoseconds": stopping,
		"notParkedOnce": notOnce(park.parked), "notWokenOnce": notOnce(park.woken),
	}
}

type parkingLot struct {
	signals        []chan struct{}
	parkedAt       []int64
	parked, woken  []int32
	reports, ended sync.WaitGroup
	units          *unitCounter
}

func newParkingLot(count int, units *unitCounter) *parkingLot {
	park := &parkingLot{
		signals: make([]chan struct{}, count), parkedAt: make([]int64, count),
		parked: make([]int32, count), woken: make([]int32, count), units: units,
	}
	// Pages touched only as units come would be counted as the units' own.
	for unit := range park.parkedAt {
		park.parkedAt[unit], park.parked[unit], park.woken[unit] = 1, 1, 1
	}
	for unit := range park.parkedAt {
		park.parked[unit], park.woken[unit] = 0, 0
	}
	return park
}

func (park *parkingLot) create(unit int) {
	park.signals[unit] = make(chan struct{}, 1)
	park.ended.Add(1)
	go park.wait(unit, park.signals[unit])
}

func (park *parkingLot) wait(unit int, signal <-chan struct{}) {
	park.units.enter()
	defer park.ended.Done()
	defer park.units.leave()
	park.parkedAt[unit] = now()
	atomic.AddInt32(&park.parked[unit], 1)
	park.reports.Done()
	for range signal {
		atomic.AddInt32(&park.woken[unit], 1)
		park.reports.Done()
	}
}

// Collects and gives memory back, then says what the objects take.
func collected() uint64 {
	runtime.GC()
	debug.FreeOSMemory()
	var stats runtime.MemStats
	runtime.ReadMemStats(&stats)
	return stats.HeapAlloc
}

func timed(body func()) int64 {
	startedAt := now()
	body()
	return now() - startedAt
}

func notOnce(times []int32) (count int) {
	for _, n := range times {
		if n != 1 {
			count++
		}
	}
	return count
}
