namespace Bench.Results;

/// <summary>One thing that was looked at on a machine before measuring.</summary>
/// <param name="Check">What was looked at, in a few words.</param>
/// <param name="Found">What was found, with its unit.</param>
/// <param name="Verdict">See <see cref="MachineVerdict"/>.</param>
/// <param name="Advice">What it means and what to do; null when there is nothing to do.</param>
public sealed record MachineCheck(string Check, string Found, string Verdict, string? Advice = null)
{
    /// <summary>The check as one line of text.</summary>
    public override string ToString() => Advice is null ? $"{Check}: {Found}" : $"{Check}: {Found}; {Advice}";
}
