namespace Bench.Results.History;

/// <summary>A step from one version of the schema to the next.</summary>
/// <param name="Version">The version that it leads to, from 1 without a gap.</param>
/// <param name="Sql">Its statements, with the words of a <see cref="Dialect"/> in braces.</param>
internal sealed record Migration(int Version, string Sql);
