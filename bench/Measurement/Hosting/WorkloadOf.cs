using Bench.Measurement.Backend;
using Bench.Measurement.Load;
using BenchmarkDotNet.Attributes;

namespace Bench.Measurement.Hosting;

/// <summary>A workload with typed parameters. Every public property of the record is part of the case's id, but one that has a
/// <see cref="System.ComponentModel.DefaultValueAttribute"/> only where it has another value: so a parameter can be added
/// without a new id for what was measured before.</summary>
/// <typeparam name="TParameters">A record with a parameterless constructor and <c>init</c> properties.</typeparam>
public abstract class Workload<TParameters> : Workload
    where TParameters : class, new()
{
    /// <summary>The parameters of the case; a lane reads these and nothing else.</summary>
    [ParamsSource(nameof(AloneParameters))]
    public TParameters Parameters { get; set; } = new();

    /// <summary>What a lane offers when it is run alone under BenchmarkDotNet: its quick cases, or its smoke cases.</summary>
    public IEnumerable<TParameters> AloneParameters =>
        Configurations
            .Where(configuration => OutOfReach(Resolve(configuration)) is null)
            .GroupBy(configuration => configuration.Presets & (Presets.Smoke | Presets.Quick))
            .MaxBy(group => group.Key)!
            .Select(Resolve)
            .Distinct();

    /// <summary>All configurations that the workload is measured with.</summary>
    protected abstract IEnumerable<Configuration<TParameters>> Configurations { get; }

    internal override WorkloadCases Cases =>
        new([.. Configurations.Select(Case)], set => Parameters = ParameterText.Read<TParameters>(set));

    internal override IReadOnlyList<WorkloadCase> CasesOn(string backend) =>
        [.. ConfigurationsOn(backend).Select(Case)];

    internal override LoadControl? Load =>
        Knob is { } knob
            ? new(
                ParameterText.JsonName(knob.Parameter),
                knob.Start,
                Configurations.Any(configuration => configuration.Terms == Terms.Told),
                (point, terms) => Case(new(Presets.None, knob.At(point), terms))
            )
            : null;

    /// <summary>
    /// What it is measured with where a backend is named, the same on each but for its name; none for a workload whose backend is
    /// always the simulated one.
    /// </summary>
    /// <param name="backend">The backend's name.</param>
    protected virtual IEnumerable<Configuration<TParameters>> ConfigurationsOn(string backend) => [];

    /// <summary>What the lane calls for each request: the simulated device, or a real backend.</summary>
    /// <typeparam name="TRequest">What it is called with.</typeparam>
    /// <param name="name">Its name: <see cref="Results.BackendName.Simulated"/>, or one of <see cref="RealBackends.Names"/>.</param>
    /// <param name="limit">Calls at once.</param>
    /// <param name="serviceTime">What the simulated one takes for a request.</param>
    protected ServiceBackend<TRequest> NewBackend<TRequest>(
        string name,
        int limit,
        Func<TRequest, TimeSpan> serviceTime
    ) => NewBackend(name, new BackendSetup<TRequest>(limit, Parameters, serviceTime));

    /// <summary>How the offered load is set; null for a workload whose load cannot be set.</summary>
    protected virtual LoadKnob<TParameters>? Knob => null;

    /// <summary>What this lane's model is configured with as the article tells it.</summary>
    protected virtual TParameters AsTold(TParameters parameters) => parameters;

    /// <summary>Why this lane cannot do a configuration, or null when it can.</summary>
    /// <param name="parameters">The configuration, as told where it is one of those.</param>
    protected virtual string? OutOfReach(TParameters parameters) => null;

    internal override string? WhyNot => OutOfReach(Parameters);

    private WorkloadCase Case(Configuration<TParameters> configuration) =>
        new(
            configuration.Presets,
            configuration.Terms,
            ParameterText.Of(configuration.Parameters),
            ParameterText.Difference(configuration.Parameters, Resolve(configuration)),
            OutOfReach(Resolve(configuration))
        );

    private TParameters Resolve(Configuration<TParameters> configuration) =>
        configuration.Terms == Terms.Told ? AsTold(configuration.Parameters) : configuration.Parameters;
}
