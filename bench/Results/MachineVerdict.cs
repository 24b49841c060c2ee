namespace Bench.Results;

/// <summary>What a check of the machine comes to.</summary>
public static class MachineVerdict
{
    /// <summary>Nothing to say against it.</summary>
    public const string Ok = "ok";

    /// <summary>To be known, or not told by this system.</summary>
    public const string Note = "note";

    /// <summary>Figures are less trustworthy.</summary>
    public const string Warning = "warning";

    /// <summary>Figures mean nothing.</summary>
    public const string Unfit = "unfit";
}
