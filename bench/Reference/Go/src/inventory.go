package main

import (
	"sync"
	"sync/atomic"
	"time"
)

func init() { workloads["inventory"] = newInventory }

const (
	found = iota
	granted
	soldOut
)

// Workers take requests from one buffered channel and wait for the backend; a stock keeper, the only one to touch the products, takes
// what they hand on.
type inventory struct {
	c       theCase
	seed    uint64
	backend time.Duration
	inWork  int64
	most    int64
}

type request struct {
	number            int64
	product, quantity int
	reserves          bool
}

type product struct {
	left  int
	books []request
}

func newInventory(c theCase) workload {
	return &inventory{c: c, seed: c.seed(), backend: time.Duration(c.number("backendMilliseconds")) * time.Millisecond}
}

func requestOf(seed uint64, number int64, products, reservationPercent int) request {
	random := splitMixFor(seed, number)
	r := request{number: number, product: random.below(products)}
	r.reserves = random.below(100) < reservationPercent
	r.quantity = 1 + random.below(3)
	return r
}

func (i *inventory) Iterate(run *iteration) map[string]any {
	limit := i.c.number("concurrencyLimit")
	products := make([]product, i.c.number("products"))
	for index := range products {
		products[index].left = i.c.number("stockPerProduct")
	}
	requests := make(chan *call, i.c.number("queueBound"))
	fetched := make(chan *call, limit)
	var workers, keeper sync.WaitGroup
	workers.Add(limit)
	keeper.Add(1)
	for worker := 0; worker < limit; worker++ {
		go i.fetch(requests, fetched, run.units, &workers)
	}
	go keepStock(products, fetched, run.units, &keeper)

	load := newLoad(i.c, func(number int64) request {
		return requestOf(i.seed, number, len(products), i.c.number("reservationPercent"))
	}, func(c *call) bool {
		select {
		case requests <- c:
			return true
		default:
			return false
		}
	})
	load.run(run)
	close(requests)
	workers.Wait()
	close(fetched)
	keeper.Wait()

	told := load.told()
	left, books := []int64{}, []int64{}
	for _, p := range products {
		left = append(left, int64(p.left))
		for _, r := range p.books {
			books = append(books, r.number, int64(r.product), int64(r.quantity))
		}
	}
	told["left"], told["books"], told["mostInWork"] = left, books, i.most
	return told
}

func (i *inventory) fetch(requests <-chan *call, fetched chan<- *call, units *unitCounter, ended *sync.WaitGroup) {
	units.enter()
	defer ended.Done()
	defer units.leave()
	for c := range requests {
		if c.isCancelled() {
			c.abandon()
			continue
		}
		i.callBackend()
		fetched <- c
	}
}

func (i *inventory) callBackend() {
	inWork := atomic.AddInt64(&i.inWork, 1)
	for most := atomic.LoadInt64(&i.most); inWork > most; most = atomic.LoadInt64(&i.most) {
		if atomic.CompareAndSwapInt64(&i.most, most, inWork) {
			break
		}
	}
	time.Sleep(i.backend)
	atomic.AddInt64(&i.inWork, -1)
}

func keepStock(products []product, fetched <-chan *call, units *unitCounter, ended *sync.WaitGroup) {
	units.enter()
	defer ended.Done()
	defer units.leave()
	for c := range fetched {
		c.complete(products[c.request.product].apply(c.request))
	}
}

func (p *product) apply(r request) int {
	switch {
	case !r.reserves:
		return found
	case p.left < r.quantity:
		return soldOut
	}
	p.left -= r.quantity
	p.books = append(p.books, r)
	return granted
}
