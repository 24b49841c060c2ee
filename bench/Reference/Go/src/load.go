package main

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

const (
	inFlight = iota
	completed
	failed
	timedOut
)

const (
	poll  = 500_000
	grace = 10_000_000_000
)

// One request on its way; the service answers each that it admitted exactly once.
type call struct {
	load                            *load
	request                         request
	user                            int
	intendedAt, deadlineAt, endedAt int64
	outcome, answered               int32
	reply                           int
}

func (c *call) isCancelled() bool { return atomic.LoadInt32(&c.outcome) == timedOut }

func (c *call) complete(reply int) { c.answer(completed, reply) }

// Abandon drops a call that nobody waits for any more.
func (c *call) abandon() { c.answer(failed, 0) }

func (c *call) answer(outcome int32, reply int) {
	endedAt := now()
	if atomic.SwapInt32(&c.answered, 1) == 0 {
		atomic.AddInt64(&c.load.answered, 1)
	} else {
		atomic.AddInt64(&c.load.answeredAgain, 1)
	}
	if endedAt >= c.deadlineAt {
		c.timeOut()
	} else if c.end(outcome, endedAt, reply) {
		c.load.hasEnded(c)
	}
}

// A call ends at its deadline, whenever that is noticed.
func (c *call) timeOut() {
	if c.end(timedOut, c.deadlineAt, 0) {
		c.load.hasEnded(c)
	}
}

func (c *call) end(outcome int32, endedAt int64, reply int) bool {
	if !atomic.CompareAndSwapInt32(&c.outcome, inFlight, outcome) {
		return false
	}
	c.endedAt, c.reply = endedAt, reply
	return true
}

// A closed loop of users who think, call and wait: the generator of bench/Measurement/Load, as the protocol has it.
type load struct {
	next                              func(number int64) request
	admit                             func(c *call) bool
	thinking                          *thinkers
	warmUp, measured, deadline        int64
	countFrom, until                  int64
	deadlines                         []*call
	lock                              sync.Mutex
	ended                             []*call
	issued, admitted, outstanding     int64
	answered, answeredAgain, inFlight int64
	intended, rejected                int64
	outcomes                          [4]int64
	endedInWindow, completedInWindow  int64
	recorder                          recorder
	lateness                          *histogram
	replies                           []int64
	inFlightTime, seenTime, seenAt    int64
}

func newLoad(c theCase, next func(int64) request, admit func(*call) bool) *load {
	return &load{
		next: next, admit: admit, thinking: newThinkers(c),
		warmUp:   int64(c.number("warmUpMilliseconds")) * int64(time.Millisecond),
		measured: int64(c.number("measuredMilliseconds")) * int64(time.Millisecond),
		deadline: int64(c.number("deadlineMilliseconds")) * int64(time.Millisecond),
		lateness: &histogram{counts: make([]int64, buckets)},
	}
}

func (l *load) run(run *iteration) {
	origin := now()
	l.countFrom, l.until = origin+l.warmUp, origin+l.warmUp+l.measured
	l.thinking.begin(origin)
	var observing sync.WaitGroup
	observing.Add(1)
	go func() {
		defer observing.Done()
		run.measureBetween(l.countFrom, l.until)
	}()

	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	for {
		at := now()
		l.observe(at)
		l.passDeadlines(at)
		l.takeEnded()
		l.issue(at)
		issuing := l.thinking.nextAt() < l.until || at < l.until
		if !issuing && l.outstanding == 0 || at >= l.until+grace {
			break
		}
		wake := at + poll
		if next := l.thinking.nextAt(); next < wake && next < l.until {
			wake = next
		}
		if rest := wake - now(); rest > 0 {
			time.Sleep(time.Duration(rest))
		}
	}
	observing.Wait()
	l.recorder.flush()
}

// Operations in flight, as they are seen while the window is open.
func (l *load) observe(at int64) {
	if l.seenAt >= l.countFrom && at < l.until {
		l.inFlightTime += atomic.LoadInt64(&l.inFlight) * (at - l.seenAt)
		l.seenTime += at - l.seenAt
	}
	l.seenAt = at
}

func (l *load) passDeadlines(at int64) {
	for len(l.deadlines) > 0 {
		first := l.deadlines[0]
		if atomic.LoadInt32(&first.outcome) == inFlight && first.deadlineAt > at {
			return
		}
		l.deadlines[0] = nil
		l.deadlines = l.deadlines[1:]
		first.timeOut()
	}
}

func (l *load) hasEnded(c *call) {
	atomic.AddInt64(&l.inFlight, -1)
	l.lock.Lock()
	l.ended = append(l.ended, c)
	l.lock.Unlock()
}

func (l *load) takeEnded() {
	l.lock.Lock()
	ended := l.ended
	l.ended = nil
	l.lock.Unlock()
	for _, c := range ended {
		l.outstanding--
		l.thinking.think(c.user, c.endedAt)
		if c.outcome == completed {
			l.replies = append(l.replies, c.request.number, int64(c.reply))
		}
		if c.endedAt >= l.countFrom && c.endedAt < l.until {
			l.endedInWindow++
			if c.outcome == completed {
				l.completedInWindow++
			}
		}
		if c.intendedAt >= l.countFrom {
			l.outcomes[c.outcome]++
			l.recorder.record(c.endedAt - c.intendedAt)
		}
	}
}

func (l *load) issue(at int64) {
	for intendedAt := l.thinking.nextAt(); intendedAt <= at && intendedAt < l.until; intendedAt = l.thinking.nextAt() {
		user := l.thinking.take()
		c := &call{load: l, request: l.next(l.issued), user: user, intendedAt: intendedAt, deadlineAt: intendedAt + l.deadline}
		l.issued++
		counts := intendedAt >= l.countFrom
		if counts {
			l.intended++
			l.lateness.take([]int64{now() - intendedAt})
		}
		atomic.AddInt64(&l.inFlight, 1)
		l.outstanding++
		if l.admit(c) {
			l.admitted++
			l.deadlines = append(l.deadlines, c)
			continue
		}
		atomic.AddInt64(&l.inFlight, -1)
		l.outstanding--
		if counts {
			l.rejected++
		}
		l.thinking.think(user, now())
	}
}

func (l *load) told() map[string]any {
	told := map[string]any{
		"issued": l.issued, "admitted": l.admitted, "answered": atomic.LoadInt64(&l.answered),
		"answeredAgain": atomic.LoadInt64(&l.answeredAgain), "intended": l.intended, "rejected": l.rejected,
		"completed": l.outcomes[completed], "failed": l.outcomes[failed], "timedOut": l.outcomes[timedOut],
		"endedInWindow": l.endedInWindow, "completedInWindow": l.completedInWindow, "replies": l.replies,
		"latenessP99": l.lateness.quantile(0.99), "latenessMax": l.lateness.quantile(1),
	}
	if l.seenTime > 0 {
		told["inFlightMillionths"] = int64(float64(l.inFlightTime) / float64(l.seenTime) * 1e6)
	}
	return told
}
