namespace Bench.Workloads;

/// <summary>The rule by which colours change.</summary>
public static class CreatureColours
{
    /// <summary>Number of colours.</summary>
    public const int Count = 3;

    /// <summary>
    /// The colour that both have after they met: their own where they are alike, else the third. As numbers that is
    /// −(a + b) mod 3, so a meeting leaves the sum of all colours as it was, mod 3.
    /// </summary>
    public static CreatureColour Complement(CreatureColour one, CreatureColour other) =>
        (CreatureColour)(((2 * Count) - (int)one - (int)other) % Count);

    /// <summary>Colour of a creature before its first meeting.</summary>
    internal static CreatureColour First(int creature) => (CreatureColour)(creature % Count);
}
