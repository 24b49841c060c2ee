using Bench.Measurement.Hosting;

[assembly: Model(
    "tasks",
    "ThreadPool tasks",
    "async methods on the ThreadPool, asynchronous waiting, locks for short sections."
)]
