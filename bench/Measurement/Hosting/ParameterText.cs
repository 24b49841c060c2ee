using System.ComponentModel;
using System.Globalization;
using System.Reflection;
using Bench.Results;

namespace Bench.Measurement.Hosting;

/// <summary>Parameter records as text and back: names in camelCase, values invariant, enums in lower case.</summary>
public static class ParameterText
{
    /// <summary>The parameters as they stand in ids and files.</summary>
    public static ParameterSet Of<T>(T parameters)
        where T : class =>
        new(
            Properties<T>()
                .Where(property => !IsAbsent(property, parameters))
                .Select(property => Pair(property, parameters))
        );

    /// <summary>Those of <paramref name="resolved"/> that differ from <paramref name="asked"/>.</summary>
    internal static ParameterSet Difference<T>(T asked, T resolved)
        where T : class =>
        new(
            Properties<T>()
                .Select(property => Pair(property, resolved))
                .Except(Properties<T>().Select(property => Pair(property, asked)))
        );

    /// <summary>The record of which it is the text; what is not given has its default.</summary>
    /// <exception cref="ArgumentException">A name is unknown or a value is not of the property's type.</exception>
    public static T Read<T>(ParameterSet set)
        where T : class, new()
    {
        ArgumentNullException.ThrowIfNull(set);
        var parameters = new T();
        foreach (var (name, text) in set)
        {
            var property =
                Properties<T>().FirstOrDefault(property => Name(property) == name)
                ?? throw new ArgumentException($"there is no parameter '{name}' in {typeof(T).Name}");
            property.SetValue(parameters, Value(property, text));
        }

        return parameters;
    }

    // A parameter that came after the first runs: at this value a case is what it was before, and so is its id.
    private static bool IsAbsent(PropertyInfo property, object parameters) =>
        property.GetCustomAttribute<DefaultValueAttribute>() is { } absent
        && Equals(absent.Value, property.GetValue(parameters));

    private static IEnumerable<PropertyInfo> Properties<T>() =>
        typeof(T)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.CanWrite);

    private static KeyValuePair<string, string> Pair(PropertyInfo property, object parameters)
    {
        var value = property.GetValue(parameters);
        var text = Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return new(Name(property), value is Enum or bool ? text.ToLowerInvariant() : text);
    }

    private static string Name(PropertyInfo property) => JsonName(property.Name);

    /// <summary>A property's name as it stands in ids and files.</summary>
    internal static string JsonName(string name) => char.ToLowerInvariant(name[0]) + name[1..];

    private static object? Value(PropertyInfo property, string text)
    {
        var type = property.PropertyType;
        try
        {
            return type.IsEnum
                ? Enum.Parse(type, EnumName(type, text))
                : TypeDescriptor.GetConverter(type).ConvertFromInvariantString(text);
        }
        catch (Exception error) when (error is ArgumentException or FormatException)
        {
            throw new ArgumentException($"'{text}' is no value for {Name(property)}", error);
        }
    }

    // Enum.Parse alone would take any number for a value.
    private static string EnumName(Type type, string text) =>
        Array.Find(Enum.GetNames(type), name => name.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? throw new FormatException($"{type.Name} has no value '{text}'");
}
