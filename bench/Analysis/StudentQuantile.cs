using System.Collections.Concurrent;
using MathNet.Numerics.Distributions;

namespace Bench.Analysis;

/// <summary>
/// Quantiles of Student's t. Each is found once and remembered, for finding one means finding a root, and a report asks for the same
/// few a hundred thousand times. Not for places that data decide: they would all be kept.
/// </summary>
internal static class StudentQuantile
{
    private static readonly ConcurrentDictionary<(double Freedom, double Place), double> s_found = [];

    /// <param name="freedom">Degrees of freedom.</param>
    /// <param name="place">The probability of being below, 0…1: one that follows from a confidence level.</param>
    public static double Of(double freedom, double place) =>
        s_found.GetOrAdd((freedom, place), static asked => StudentT.InvCDF(0, 1, asked.Freedom, asked.Place));
}
