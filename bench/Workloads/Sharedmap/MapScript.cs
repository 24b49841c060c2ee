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
}
