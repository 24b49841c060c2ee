using Bench.Measurement.Hosting;

[assembly: Model(
    "channels",
    "Channels and workers",
    "Worker loops that own their state and hand work on through System.Threading.Channels."
)]
