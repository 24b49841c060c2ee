namespace Bench.Measurement.Resources;

/// <summary>Accesses to the last cache before memory, and those that it could not serve.</summary>
/// <param name="References">Accesses.</param>
/// <param name="Misses">Those that went on to memory.</param>
public readonly record struct CacheUse(long References, long Misses)
{
    /// <summary>Share of the accesses that the cache served; null when there were none.</summary>
    public double? HitFraction => References == 0 ? null : 1 - ((double)Misses / References);

    public static CacheUse operator +(CacheUse left, CacheUse right) => Add(left, right);

    public static CacheUse operator -(CacheUse left, CacheUse right) => Subtract(left, right);

    public static CacheUse Add(CacheUse left, CacheUse right) =>
        new(left.References + right.References, left.Misses + right.Misses);

    public static CacheUse Subtract(CacheUse left, CacheUse right) =>
        new(left.References - right.References, left.Misses - right.Misses);
}
