namespace Bench.DurableGrains;

/// <summary>Pieces of a product that are a user's.</summary>
/// <param name="Number">Number of the request, by which one that comes again is known.</param>
/// <param name="Quantity">Pieces.</param>
[GenerateSerializer]
internal readonly record struct Reservation([property: Id(0)] long Number, [property: Id(1)] int Quantity);
