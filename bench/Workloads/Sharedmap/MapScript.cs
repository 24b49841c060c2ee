using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>What one caller does, over and over: drawn before anything is measured, the same for every model.</summary>
public static class MapScript
{
    /// <summary>Operations before a script starts again.</summary>
    public const int Length = 4_096;

    /// <summary>The script of one caller.</summary>
    public static MapOperation[] Of(ulong seed, int caller, SharedmapParameters parameters)
    {
        var random = SplitMix64.For(seed, caller);
        var picker = new KeyPicker(parameters.Keys, parameters.KeyChoice);
        var script = new MapOperation[Length];
        for (var index = 0; index < Length; index++)
        {
            var isRead = random.Next(1_000) < parameters.ReadsPerThousand;
            var key = picker.Next(ref random);
            script[index] = isRead
                ? new(Math.Min(key, parameters.Keys - parameters.KeysPerRead), parameters.KeysPerRead)
                : new(key, KeysToRead: 0);
        }

        return script;
    }

    /// <summary>The oracle: how often <paramref name="done"/> operations of a script count each key up.</summary>
    public static void AddTo(long[] counts, IReadOnlyList<MapOperation> script, long done)
    {
        var (rounds, rest) = Math.DivRem(done, script.Count);
        for (var index = 0; index < script.Count; index++)
        {
            if (!script[index].IsRead)
            {
                counts[script[index].Key] += rounds + (index < rest ? 1 : 0);
            }
        }
    }
}
