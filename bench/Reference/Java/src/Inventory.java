import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A fixed pool of threads that take requests from one blocking queue and lock the product. */
final class Inventory implements Workload {
    static final int FOUND = 0;
    static final int GRANTED = 1;
    static final int SOLD_OUT = 2;
    private final Message parameters;
    private final long seed;
    private final long backendMilliseconds;
    private final AtomicInteger inWork = new AtomicInteger();
    private final AtomicInteger mostInWork = new AtomicInteger();

    Inventory(Message parameters) {
        this.parameters = parameters;
        seed = parameters.seed();
        backendMilliseconds = parameters.number("backendMilliseconds");
    }

    @Override
    public Message iterate(Iteration run) throws Exception {
        int stock = parameters.count("stockPerProduct");
        Product[] products = Stream.generate(() -> new Product(stock)).limit(parameters.number("products")).toArray(Product[]::new);
        BlockingQueue<Load.Call> requests = new ArrayBlockingQueue<>(parameters.count("queueBound"));
        List<Thread> pool = new ArrayList<>();
        for (int i = 0; i < parameters.number("concurrencyLimit"); i++) {
            pool.add(new Thread(() -> serve(requests, products, run.units)));
        }
        pool.forEach(Thread::start);

        int reservationPercent = parameters.count("reservationPercent");
        Load load = new Load(
            parameters,
            number -> new Request(seed, number, products.length, reservationPercent),
            requests::offer
        );
        load.run(run);
        for (int i = 0; i < pool.size(); i++) {
            requests.put(Load.END);
        }
        for (Thread thread : pool) {
            thread.join();
        }
        return load.told()
            .with("mostInWork", mostInWork.get())
            .with("left", Stream.of(products).mapToLong(product -> product.left).toArray())
            .with("books", Stream.of(products).flatMap(product -> product.books.stream()).flatMapToLong(Request::booked).toArray());
    }

    private void serve(BlockingQueue<Load.Call> requests, Product[] products, UnitCounter units) {
        units.enter();
        try {
            for (Load.Call call = requests.take(); call != Load.END; call = requests.take()) {
                handle(call, products);
            }
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        } finally {
            units.leave();
        }
    }

    private void handle(Load.Call call, Product[] products) throws InterruptedException {
        if (call.isCancelled()) {
            call.abandon();
            return;
        }
        callBackend();
        Product product = products[call.request.product];
        int reply;
        synchronized (product) {
            reply = product.apply(call.request);
        }
        call.complete(reply);
    }

    private void callBackend() throws InterruptedException {
        mostInWork.accumulateAndGet(inWork.incrementAndGet(), Math::max);
        Thread.sleep(backendMilliseconds);
        inWork.decrementAndGet();
    }

    static final class Request {
        final long number;
        final int product;
        final boolean reserves;
        final int quantity;

        Request(long seed, long number, int products, int reservationPercent) {
            SplitMix random = SplitMix.of(seed, number);
            this.number = number;
            product = random.below(products);
            reserves = random.below(100) < reservationPercent;
            quantity = 1 + random.below(3);
        }

        LongStream booked() {
            return LongStream.of(number, product, quantity);
        }
    }

    private static final class Product {
        private final List<Request> books = new ArrayList<>();
        private int left;

        Product(int stock) {
            left = stock;
        }

        int apply(Request request) {
            if (!request.reserves) {
                return FOUND;
            }
            if (left < request.quantity) {
                return SOLD_OUT;
            }
            left -= request.quantity;
            books.add(request);
            return GRANTED;
        }
    }
}
