using Bench.Measurement;

namespace Bench.Workloads;

/// <summary>Signs tokens and tells signed ones from forged ones: the upper half of a token is the signature of its lower half.</summary>
/// <param name="secret">Key of the signatures.</param>
public sealed class TokenAuthority(ulong secret)
{
    /// <summary>A valid token.</summary>
    public ulong Issue(uint subject) => ((ulong)Signature(subject) << 32) | subject;

    /// <summary>A token with a wrong signature.</summary>
    public ulong Forge(uint subject) => ((ulong)(Signature(subject) ^ 1) << 32) | subject;

    /// <summary>True for a token that was issued.</summary>
    public bool IsValid(ulong token) => (uint)(token >> 32) == Signature((uint)token);

    private uint Signature(uint subject) => (uint)(SplitMix64.Mix(secret ^ subject) >> 32);
}
