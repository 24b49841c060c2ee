using System.Globalization;
using System.Text.Json.Serialization;

namespace Bench.Results;

/// <summary>A slowdown injected on purpose: service times of the simulated backend, multiplied.</summary>
/// <param name="Factor">What a slowed call's service time is multiplied with; 1.05 makes it 5 % longer.</param>
/// <param name="Share">Share of the calls that are slowed, 0…1: one in a whole number of calls.</param>
public sealed record Slowdown(double Factor, double Share = 1)
{
    private const double Rounding = 1e-6;

    /// <summary>One call of so many is slowed.</summary>
    /// <exception cref="ArgumentException">The share is not one in a whole number.</exception>
    public int OneIn() =>
        Share is > 0 and <= 1 && Math.Abs((1 / Share) - Math.Round(1 / Share)) < Rounding
            ? (int)Math.Round(1 / Share)
            : throw new ArgumentException($"A share of {Share} is not one call in a whole number of calls");

    /// <summary>For example <c>+20%</c> or <c>+50%@2%</c>.</summary>
    [JsonIgnore]
    public string Name =>
        string.Create(CultureInfo.InvariantCulture, $"{(Factor - 1) * 100:+0.##;-0.##;+0}%")
        + (Share < 1 ? string.Create(CultureInfo.InvariantCulture, $"@{Share * 100:0.##}%") : "");

    /// <summary>What a case id ends in.</summary>
    [JsonIgnore]
    public string Suffix => $"!{Name}";
}
