"use strict";

/*
 * Draws a line chart from a table, and keeps the table behind it for whoever wants the figures or cannot see the lines:
 *
 *   <figure class="chart" data-y="messages/s">
 *     <figcaption>Messages taken</figcaption>
 *     <details><summary>Show as a table</summary>
 *       <table>
 *         <thead><tr><th>Time</th><th>accepted</th><th>refused</th></tr></thead>
 *         <tbody><tr><td><time datetime="2026-01-01T00:00:00Z">00:00</time></td><td>12</td><td>–</td></tr></tbody>
 *       </table>
 *     </details>
 *   </figure>
 *
 * A cell that is no number is a gap; data-value="1234.5" in a cell wins over its text. Lines differ in colour and dash.
 */
(() => {
  const HEIGHT = 220;
  const DASHES = [[], [8, 4], [2, 3], [10, 3, 2, 3]];
  const charts = new Map();

  const numberOf = (cell) => {
    const number = Number.parseFloat(cell.dataset.value ?? cell.textContent.replace(/[\s,]/g, ""));
    return Number.isFinite(number) ? number : null;
  };

  const readTable = (table) => {
    const names = [...table.tHead.rows[0].cells].slice(1).map((cell) => cell.textContent.trim());
    const rows = [...table.tBodies[0].rows]
      .map((row) => ({
        time: Date.parse(row.querySelector("time").dateTime) / 1000,
        values: names.map((_, column) => numberOf(row.cells[column + 1])),
      }))
      .sort((one, other) => one.time - other.time);
    return { names, data: [rows.map((row) => row.time), ...names.map((_, column) => rows.map((row) => row.values[column]))] };
  };

  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

  const compact = new Intl.NumberFormat("en", { notation: "compact", maximumFractionDigits: 2 });
  const withUnit = (unit) => (_, value) => (value === null ? "–" : `${compact.format(value)} ${unit}`.trim());

  /** Hours and minutes; days once the chart spans more than two. */
  const times = (_, ticks) => {
    const days = ticks.length > 1 && ticks.at(-1) - ticks[0] > 2 * 86400;
    return ticks.map((tick) => {
      const iso = new Date(tick * 1000).toISOString();
      return days ? iso.slice(5, 10) : iso.slice(11, 16);
    });
  };

  /** A value between two gaps has no line to be seen by: it gets a dot. */
  const loneValues = (plot, series, show) => {
    const values = plot.data[series];
    const lone = [];
    for (let index = 0; show && index < values.length; index++) {
      if (values[index] != null && values[index - 1] == null && values[index + 1] == null) {
        lone.push(index);
      }
    }
    return lone;
  };

  const axis = (options) => ({
    stroke: colour("--muted"),
    grid: { stroke: colour("--border"), width: 1 },
    ticks: { stroke: colour("--border"), width: 1 },
    font: "12px system-ui, sans-serif",
    labelFont: "12px system-ui, sans-serif",
    ...options,
  });

  const optionsFor = (figure, names) => {
    const unit = figure.dataset.y ?? "";
    return {
      width: Math.max(figure.clientWidth, 240),
      height: HEIGHT,
      padding: [12, 24, 0, 0],
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      scales: { y: { range: (_, min, max) => [Math.min(0, min ?? 0), (max ?? 0) > 0 ? max * 1.1 : 1] } },
      axes: [
        axis({ label: "time (UTC)", space: 60, values: times }),
        axis({ label: unit, size: 56, values: (_, ticks) => ticks.map((tick) => compact.format(tick)) }),
      ],
      series: [
        { label: "time", value: "{YYYY}-{MM}-{DD} {HH}:{mm}:{ss}" },
        ...names.map((name, index) => ({
          label: name,
          stroke: colour(`--chart-${(index % 4) + 1}`),
          width: 2,
          dash: DASHES[index % DASHES.length],
          points: { show: true, size: 6, fill: colour(`--chart-${(index % 4) + 1}`), filter: loneValues },
          spanGaps: false,
          value: withUnit(unit),
        })),
      ],
    };
  };

  const draw = (figure) => {
    const table = figure.querySelector("table");
    if (!table?.tHead || !table.tBodies[0]?.rows.length) {
      return;
    }
    charts.get(figure)?.destroy();
    const { names, data } = readTable(table);
    const plot = new uPlot(optionsFor(figure, names), data);
    plot.root.setAttribute("aria-hidden", "true"); // the table says the same
    figure.querySelector("figcaption").after(plot.root);
    charts.set(figure, plot);
  };

  const resizes = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      charts.get(target)?.setSize({ width: Math.max(target.clientWidth, 240), height: HEIGHT });
    }
  });

  const drawAll = () => {
    for (const [figure, plot] of charts) {
      if (!figure.isConnected) {
        plot.destroy();
        resizes.unobserve(figure);
        charts.delete(figure);
      }
    }
    for (const figure of document.querySelectorAll("figure.chart")) {
      if (!charts.has(figure)) {
        draw(figure);
        resizes.observe(figure);
      }
    }
  };

  // A table that the reader has opened stays open when htmx brings its successor.
  const opened = new Set();
  document.addEventListener("toggle", ({ target }) => {
    const id = target.closest?.("figure.chart[id]")?.id;
    if (id && target.isConnected) {
      opened[target.open ? "add" : "delete"](id);
    }
  }, true);

  document.addEventListener("htmx:afterSettle", () => {
    for (const id of opened) {
      document.getElementById(id)?.querySelector("details")?.setAttribute("open", "");
    }
    drawAll();
  });

  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => charts.forEach((_, figure) => draw(figure)));
  drawAll();
})();
