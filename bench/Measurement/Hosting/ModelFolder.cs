using System.Reflection;

namespace Bench.Measurement.Hosting;

/// <summary>Where a model's files are.</summary>
public static class ModelFolder
{
    /// <summary>From the repository's root, with forward slashes: what the build wrote into the model's assembly.</summary>
    public static string Of(Assembly model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var told = model
            .GetCustomAttributes<AssemblyMetadataAttribute>()
            .FirstOrDefault(attribute => attribute.Key == "Folder")
            ?.Value;
        return $"bench/{told ?? model.GetName().Name}";
    }
}
