namespace Bench.DurableGrains;

/// <summary>A payment in an account's journal.</summary>
/// <param name="Number">Number of the payment, by which one that comes again is known.</param>
/// <param name="Other">Index of the account at its other end.</param>
/// <param name="Cents">Amount, cents.</param>
[GenerateSerializer]
internal readonly record struct Entry(
    [property: Id(0)] long Number,
    [property: Id(1)] int Other,
    [property: Id(2)] long Cents
);
