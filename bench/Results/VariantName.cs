namespace Bench.Results;

/// <summary>How a model is written together with the way of using it.</summary>
public static class VariantName
{
    /// <summary>A model's own way, which goes without saying.</summary>
    public const string Default = "default";

    /// <summary>The model; with the separator and the variant unless it is the default.</summary>
    /// <param name="model">Id of the model.</param>
    /// <param name="variant">Id of the variant.</param>
    /// <param name="separator"><c>:</c> as in case ids, <c>/</c> as in names of arms.</param>
    public static string Of(string model, string variant, string separator) =>
        variant == Default ? model : $"{model}{separator}{variant}";
}
