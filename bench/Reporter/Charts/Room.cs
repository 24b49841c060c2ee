namespace Bench.Reporter.Charts;

/// <summary>Pixels that an axis has, and those that each of its labels needs.</summary>
internal readonly record struct Room(double Pixels, double PerLabel)
{
    public static Room Across(double pixels) => new(pixels, 56);

    public static Room Upright(double pixels) => new(pixels, 26);
}
