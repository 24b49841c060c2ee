using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>All that is drawn for the requests of a scenario: a pure function of the seed, the same for every model and every try.</summary>
/// <param name="seed">Seed of the run's round.</param>
/// <param name="parameters">The scenario.</param>
public sealed class ScenarioPlan(ulong seed, ScenarioParameters parameters)
{
    // Tries of one call have neighbouring streams; no scenario has as many.
    private const int MostTries = 1_024;
    private readonly KeyPicker _keys = new(parameters.Keys, parameters.KeyChoice);
    private readonly ServiceTimes _times = new(
        parameters.Service,
        parameters.ServiceMeanMicroseconds,
        parameters.ServiceP99Microseconds
    );

    /// <summary>The scenario.</summary>
    public ScenarioParameters Parameters { get; } = parameters;

    /// <summary>The key that a request updates, and whether its calls block.</summary>
    public (int Key, bool IsBlocking) Of(long number)
    {
        var random = SplitMix64.For(seed, number);
        return (_keys.Next(ref random), random.Next(100) < Parameters.BlockingPercent);
    }

    /// <summary>One try of one backend call: how long it takes, and whether it fails.</summary>
    /// <param name="number">The request.</param>
    /// <param name="call">The call, from 0.</param>
    /// <param name="attempt">The try, from 0.</param>
    public (TimeSpan ServiceTime, bool Fails) Try(long number, int call, int attempt)
    {
        var own = SplitMix64.Mix(seed ^ SplitMix64.Mix(~(ulong)number));
        var random = SplitMix64.For(own, (call * MostTries) + attempt);
        return (_times.Next(ref random), random.Next(1_000) < Parameters.FailuresPerThousand);
    }

    /// <summary>The oracle: tries that a call takes, and whether the last of them fails.</summary>
    public (int Tries, bool Fails) Call(long number, int call)
    {
        var tries = 1;
        while (Try(number, call, tries - 1).Fails)
        {
            if (tries > Parameters.Retries)
            {
                return (tries, true);
            }

            tries++;
        }

        return (tries, false);
    }
}
