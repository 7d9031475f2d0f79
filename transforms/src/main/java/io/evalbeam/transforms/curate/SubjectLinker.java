package io.evalbeam.transforms.curate;

import io.evalbeam.schemas.issue.Issue;
import io.evalbeam.schemas.issue.IssueCode;
import io.evalbeam.schemas.tracking.TrackedModel;
import io.evalbeam.transforms.curate.CurationSubject.StandingRow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds which rows and decisions belong to which model. From strong to weak: equal keys of name and
 * developer; a decision that names the stable identifier; a raw name that sources use for exactly
 * one model; the name alone, if one row and one model that nothing else claims share it. The weak
 * links keep a row with its model when a spelling changes in a way the matcher does not know.
 */
final class SubjectLinker {
  private final NameMatcher matcher;
  private final List<Issue> issues;
  private final Map<String, CurationSubject> ofModels = new TreeMap<>();
  private final Map<String, CurationSubject> orphans = new TreeMap<>();
  private final Map<String, String> keyOfEntity = new HashMap<>();

  private SubjectLinker(NameMatcher matcher, List<Issue> issues) {
    this.matcher = matcher;
    this.issues = issues;
  }

  /** Subjects ordered by key; together they hold every named row and every decision in force. */
  static List<CurationSubject> link(
      List<StandingRow> rows,
      List<TrackedModel> models,
      List<Decision> decisions,
      NameMatcher matcher,
      List<Issue> issues) {
    SubjectLinker linker = new SubjectLinker(matcher, issues);
    models.stream().sorted(MODEL_ORDER).forEach(linker::addModel);
    for (StandingRow row : rows) {
      linker.subject(row.row().model(), row.row().developer()).rows().add(row);
    }
    for (Decision decision : inForce(decisions)) {
      linker.subject(decision.model(), decision.developer()).decisions().add(decision);
    }
    linker.linkOrphans(linker::byEntity);
    linker.linkOrphans(linker.byRawName());
    linker.linkOrphans(linker.byNameAlone());
    Map<String, CurationSubject> all = new TreeMap<>(linker.orphans);
    all.putAll(linker.ofModels);
    return List.copyOf(all.values());
  }

  private static final Comparator<TrackedModel> MODEL_ORDER =
      Comparator.comparing(
              TrackedModel::trainingFlop, Comparator.nullsLast(Comparator.<Double>reverseOrder()))
          .thenComparing(TrackedModel::entityId);

  private static List<Decision> inForce(List<Decision> decisions) {
    Set<String> voided = new HashSet<>();
    for (Decision decision : decisions) {
      String earlier = decision.supersedes();
      if (earlier != null) {
        voided.add(earlier);
      }
    }
    return decisions.stream().filter(decision -> !voided.contains(decision.id())).toList();
  }

  private void addModel(TrackedModel model) {
    String key = matcher.key(model.name(), model.developer());
    CurationSubject earlier = ofModels.putIfAbsent(key, new CurationSubject(key, model));
    if (earlier == null) {
      keyOfEntity.put(model.entityId(), key);
      return;
    }
    issues.add(
        Issue.rejected(
            IssueCode.LINK_AMBIGUOUS,
            CurationRefresh.STAGE,
            "models",
            model.entityId(),
            model.name() + " by " + model.developer(),
            "two models have this name and developer; the tables show the one with more compute"));
  }

  private CurationSubject subject(String name, String developer) {
    String key = matcher.key(name, developer);
    CurationSubject known = ofModels.get(key);
    return known != null
        ? known
        : orphans.computeIfAbsent(key, orphan -> new CurationSubject(orphan, null));
  }

  /** A rule that names the key of the model an orphan belongs to, or null. */
  private interface LinkRule {
    @Nullable String target(CurationSubject orphan);
  }

  private void linkOrphans(LinkRule rule) {
    Map<String, String> links = new TreeMap<>();
    orphans.forEach(
        (key, orphan) -> {
          String target = rule.target(orphan);
          if (target != null) {
            links.put(key, target);
          }
        });
    links.forEach(
        (key, target) -> {
          CurationSubject orphan = orphans.remove(key);
          CurationSubject subject = ofModels.get(target);
          if (orphan != null && subject != null) {
            subject.absorb(orphan);
          }
        });
  }

  private @Nullable String byEntity(CurationSubject orphan) {
    for (Decision decision : orphan.decisions()) {
      String entity = decision.entityId();
      if (entity != null && keyOfEntity.containsKey(entity)) {
        return keyOfEntity.get(entity);
      }
    }
    return null;
  }

  private LinkRule byRawName() {
    Map<String, Set<String>> targets = new HashMap<>();
    ofModels.forEach(
        (key, subject) -> {
          TrackedModel model = subject.model();
          if (model != null) {
            List<String> names = new ArrayList<>(model.rawNames());
            names.add(model.displayName());
            for (String name : names) {
              String raw = matcher.key(name, model.developer());
              targets.computeIfAbsent(raw, unused -> new TreeSet<>()).add(key);
            }
          }
        });
    return orphan -> single(orphan, targets.getOrDefault(orphan.key(), Set.of()));
  }

  private LinkRule byNameAlone() {
    Map<String, Set<String>> targets = new HashMap<>();
    ofModels.forEach(
        (key, subject) -> {
          TrackedModel model = subject.model();
          if (model != null && subject.rows().isEmpty()) {
            String name = matcher.key(model.name(), "");
            targets.computeIfAbsent(name, unused -> new TreeSet<>()).add(key);
          }
        });
    Map<String, Integer> claims = new HashMap<>();
    orphans.values().forEach(orphan -> claims.merge(nameKey(orphan), 1, Integer::sum));
    return orphan -> {
      Set<String> candidates = targets.getOrDefault(nameKey(orphan), Set.of());
      if (candidates.isEmpty()) {
        return null;
      }
      if (claims.getOrDefault(nameKey(orphan), 0) > 1) {
        issues.add(ambiguous(orphan, "several rows of this name could belong to one model"));
        return null;
      }
      String target = single(orphan, candidates);
      if (target != null) {
        issues.add(ambiguous(orphan, "linked by the name alone: the developers differ"));
      }
      return target;
    };
  }

  private String nameKey(CurationSubject orphan) {
    return matcher.key(orphan.displayName(), "");
  }

  private @Nullable String single(CurationSubject orphan, Set<String> candidates) {
    if (candidates.size() > 1) {
      issues.add(ambiguous(orphan, "several models could be meant; the row stays on its own"));
    }
    return candidates.size() == 1 ? candidates.iterator().next() : null;
  }

  private static Issue ambiguous(CurationSubject orphan, String detail) {
    return Issue.warning(
        IssueCode.LINK_AMBIGUOUS,
        CurationRefresh.STAGE,
        "curated",
        orphan.displayName(),
        orphan.displayName() + " by " + orphan.standingDeveloper(),
        detail);
  }
}
