using System.Reflection;
using Bench.Measurement.Load;
using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>One workload in one model (and variant): a class of a model's assembly.</summary>
public sealed class Lane
{
    private readonly Type _type;
    private readonly Workload _example;
    private readonly ParameterSet? _own;
    private readonly string? _backend;

    internal Lane(ModelFacts model, Type type, ParameterSet? own = null, string? backend = null)
    {
        _type = type;
        _own = own;
        _backend = backend;
        _example = (Workload)Activator.CreateInstance(type)!;
        if (own is not null)
        {
            _example.Cases.Configure(own);
        }

        Model = model;
        Workload = _example.Facts;
        VariantOf = type.GetCustomAttribute<VariantAttribute>();
    }

    public ModelFacts Model { get; }
    public WorkloadFacts Workload { get; }
    public string Variant => VariantOf?.Id ?? VariantName.Default;

    /// <summary>Name of the workload's class, which the file of a model's default lane has, too.</summary>
    public string WorkloadName => _type.BaseType!.Name;

    /// <summary>Path of the lane's code in the repository.</summary>
    public string Source =>
        _type.Assembly.GetCustomAttribute<ModelAttribute>()?.Code is { } code
            ? Plain(
                $"{Folder}/{code.Replace("{id}", Workload.Id, StringComparison.Ordinal).Replace("{name}", WorkloadName, StringComparison.Ordinal)}"
            )
            : $"{Folder}/{_type.Name}.cs";

    /// <summary>Path of the model's folder in the repository.</summary>
    public string Folder => ModelFolder.Of(_type.Assembly);

    /// <summary>The class, as BenchmarkDotNet needs it.</summary>
    public Type Type => _type;

    /// <summary>What it can be asked, as case ids name it, and the property that holds it.</summary>
    public IEnumerable<(string Name, PropertyInfo Property)> Parameters =>
        _type
            .GetProperty(nameof(Workload<object>.Parameters))!
            .PropertyType.GetProperties()
            .Where(property => property.CanWrite)
            .Select(property => (ParameterText.JsonName(property.Name), property));

    private VariantAttribute? VariantOf { get; }

    private IReadOnlyList<WorkloadCase> All =>
        _backend is null ? _example.Cases.All : _example.CasesOn(_backend);

    /// <summary>
    /// This lane with parameters of its own in place of those of the presets, such as a file describes: it has the one case of these,
    /// on equal terms, in whatever preset, and its load is theirs where it is not set.
    /// </summary>
    /// <param name="parameters">All parameters of the workload.</param>
    public Lane SetTo(ParameterSet parameters) => new(Model, _type, parameters);

    /// <summary>This lane with the cases that are measured where a backend is named, in place of the others.</summary>
    /// <param name="backend">The backend's name.</param>
    public Lane On(string backend) => new(Model, _type, backend: backend);

    /// <summary>True for a lane of a workload that can be measured on real backends.</summary>
    public bool HasRealBackends => _example.CasesOn(BackendName.Simulated).Count > 0;

    /// <summary>The lane's cases in a preset, and those it cannot do, with the reason.</summary>
    public IEnumerable<(PlannedCase Case, string? OutOfReach)> Cases(Presets preset) =>
        _own is not null
            ? [(With(_own, _example.Limit.TotalSeconds), _example.WhyNot)]
            : All.Where(item =>
                    (item.Presets & preset) != 0 && (VariantOf is null || (VariantOf.Presets & preset) != 0)
                )
                .Select(item => (Plan(item), item.OutOfReach));

    /// <summary>The presets that a case of this lane takes part in.</summary>
    public Presets PresetsOf(PlannedCase planned)
    {
        var presets = All.Where(item => Plan(item).Case == planned.Case)
            .Aggregate(Presets.None, (all, item) => all | item.Presets);
        return VariantOf is null ? presets : presets & VariantOf.Presets;
    }

    /// <summary>Why the lane can do none of its cases here; null when it can do some.</summary>
    public string? OutOfReach => All.All(item => item.OutOfReach is not null) ? All[0].OutOfReach : null;

    /// <summary>The first case of the smallest preset that has one: what correctness is checked with.</summary>
    /// <exception cref="InvalidOperationException">All are out of reach.</exception>
    public PlannedCase Smallest() =>
        new[] { Presets.Smoke, Presets.Quick, Presets.Standard, Presets.Full }
            .SelectMany(preset =>
                _example.Cases.All.Where(item => (item.Presets & preset) != 0 && item.OutOfReach is null)
            )
            .Select(Plan)
            .First();

    /// <summary>This lane's case that asks the same as another lane's, within the same time.</summary>
    /// <exception cref="ArgumentException">The other case is of another workload.</exception>
    public PlannedCase Like(PlannedCase other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (other.Workload != Workload.Id)
        {
            throw new ArgumentException(
                $"a case of {other.Workload} is none of {Workload.Id}",
                nameof(other)
            );
        }

        return With(other.Parameters, other.LimitSeconds);
    }

    /// <summary>This lane's case with these parameters, on equal terms; those that are not given have their default.</summary>
    /// <param name="parameters">The parameters; their names and values are looked at when the case is set up.</param>
    /// <param name="limitSeconds">Seconds after which the watchdog ends the process.</param>
    public PlannedCase With(ParameterSet parameters, double limitSeconds)
    {
        var item = new WorkloadCase(Presets.None, Terms.Equal, parameters, ParameterSet.Empty, null);
        return Plan(item) with { LimitSeconds = limitSeconds };
    }

    /// <summary>True when the case is one of this lane.</summary>
    public bool Is(PlannedCase planned)
    {
        ArgumentNullException.ThrowIfNull(planned);
        return planned.Workload == Workload.Id && planned.Model == Model.Id && planned.Variant == Variant;
    }

    /// <summary>True for a lane of a workload that tells a tracer of its steps.</summary>
    public bool CanBeTraced => _example.TracedSteps.Count > 0;

    /// <summary>A new instance, set up for a case.</summary>
    /// <param name="planned">The case.</param>
    /// <param name="seed">Seed of everything random in it.</param>
    /// <param name="running">What the model runs on this thread, or null; null for a model that cannot tell.</param>
    public Workload Create(PlannedCase planned, ulong seed, Func<object?>? running = null)
    {
        ArgumentNullException.ThrowIfNull(planned);
        var workload = (Workload)Activator.CreateInstance(_type)!;
        workload.Cases.Configure(Overlay(planned.Parameters, planned.Configuration));
        workload.Seed = seed;
        workload.Slowdown = planned.Slowdown;
        if (planned.Traced)
        {
            workload.TurnTracingOn(running);
        }

        return workload;
    }

    /// <summary>Name of the parameter that is the offered load, or null for a workload whose load cannot be set.</summary>
    public string? LoadParameter => _example.Load?.Parameter;

    /// <summary>What a search for the lane's capacity begins with, on each kind of terms that the workload has.</summary>
    public IEnumerable<CapacityTarget> CapacityTargets()
    {
        if (_example.Load is not { } load)
        {
            yield break;
        }

        var start = new LoadPoint(load.Start, 0, 0, 0);
        var own = load.HasTold ? load.At(start, Terms.Told).Configuration : ParameterSet.Empty;
        var alike = load.HasTold && own.Count == 0;
        if (load.At(start, Terms.Equal).OutOfReach is null)
        {
            yield return Target(load, Terms.Equal, ParameterSet.Empty) with
            {
                AlikeOnBothTerms = alike,
            };
        }

        if (load.HasTold && !alike)
        {
            yield return Target(load, Terms.Told, own);
        }
    }

    /// <summary>The lane's case under a load.</summary>
    /// <exception cref="InvalidOperationException">The workload's load cannot be set.</exception>
    public PlannedCase AtLoad(LoadPoint point, string terms, string stage)
    {
        ArgumentNullException.ThrowIfNull(point);
        var planned = Plan(LoadCase(point, terms));
        var seconds = (point.WarmUpMilliseconds + point.MeasuredMilliseconds) / 1e3;
        return planned with { Stage = stage, LimitSeconds = planned.LimitSeconds + seconds };
    }

    /// <summary>Why the lane cannot take a load, or null when it can.</summary>
    /// <exception cref="InvalidOperationException">The workload's load cannot be set.</exception>
    public string? OutOfReachAt(LoadPoint point, string terms) => LoadCase(point, terms).OutOfReach;

    /// <summary>True in the presets that the lane takes part in.</summary>
    public bool IsIn(Presets preset) => VariantOf is null || (VariantOf.Presets & preset) != 0;

    private WorkloadCase LoadCase(LoadPoint point, string terms) =>
        _example.Load is { } load
            ? load.At(point, Enum.Parse<Terms>(terms, ignoreCase: true))
            : throw new InvalidOperationException($"{Workload.Id} has no load that can be set");

    private CapacityTarget Target(LoadControl load, Terms terms, ParameterSet configuration) =>
        new()
        {
            Workload = Workload.Id,
            Model = Model.Id,
            Variant = Variant,
            Terms = terms.ToString().ToLowerInvariant(),
            Parameter = load.Parameter,
            Start = load.Start,
            Configuration = configuration,
            Parameters = _own,
        };

    private PlannedCase Plan(WorkloadCase item)
    {
        var terms = item.Terms.ToString().ToLowerInvariant();
        var model = VariantOf is null ? Model.Id : $"{Model.Id}:{Variant}";
        return new PlannedCase
        {
            Case = $"{Workload.Id}/{model}/{terms}/{Overlay(item.Parameters, item.Configuration)}",
            Workload = Workload.Id,
            Model = Model.Id,
            Variant = Variant,
            Terms = terms,
            Parameters = item.Parameters,
            Configuration = item.Configuration,
            LimitSeconds = _example.Limit.TotalSeconds,
            Source = Source,
        };
    }

    private static string Plain(string path) => Path.GetRelativePath(".", path).Replace('\\', '/');

    private static ParameterSet Overlay(ParameterSet parameters, ParameterSet configuration) =>
        new(parameters.Where(item => configuration[item.Key] is null).Concat(configuration));
}
