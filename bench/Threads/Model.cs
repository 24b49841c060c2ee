using Bench.Measurement.Hosting;

[assembly: Model("threads", "Dedicated threads", "Operating-system threads, blocking calls, locks.")]
