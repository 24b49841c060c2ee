namespace Bench.Results;

/// <summary>How a case names the backend that it calls.</summary>
public static class BackendName
{
    /// <summary>The simulated device: a case that calls it says nothing.</summary>
    public const string Simulated = "simulated";

    /// <summary>The parameter that has the name of any other.</summary>
    public const string Parameter = "backend";

    /// <summary>The backend of a case with these parameters.</summary>
    public static string Of(ParameterSet parameters)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        return parameters[Parameter] ?? Simulated;
    }
}
