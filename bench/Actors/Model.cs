using Bench.Measurement.Hosting;

[assembly: Model("actors", "Actors", "Akka.NET actors: state behind a mailbox, one message at a time, Tell.")]
