using Bench.Measurement.Hosting;

namespace Bench.Actors;

/// <summary>
/// The same on Akka.NET's default dispatcher, the ThreadPool: the quickest for one pair, and unfair to many, for two that keep each other
/// busy leave no turn to others.
/// </summary>
[Variant("pool", Presets.Smoke | Presets.Full)]
public class PingpongPool : Pingpong
{
    protected override string Dispatcher => ActorHost.OnThePool;
}
